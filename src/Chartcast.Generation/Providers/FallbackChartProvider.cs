using System.Diagnostics.Metrics;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers;

/// <summary>Asks one provider, and another one where the first refuses, is exhausted or fails; says so.</summary>
/// <remarks>Sample data never take the place of a market's: where the second has nothing else, the first one's
/// error stands.</remarks>
#pragma warning disable CA1001 // The semaphore gives out no handle: there is nothing to free.
public sealed class FallbackChartProvider : IChartProvider
#pragma warning restore CA1001
{
    // Many wait for the first at once; the second may need a processor for each.
    private readonly SemaphoreSlim _seconds = new(Environment.ProcessorCount);
    private readonly IChartProvider _first;
    private readonly IChartProvider _second;
    private readonly Counter<long>? _fallbacks;

    /// <summary>Takes both.</summary>
    /// <param name="first">Asked first, such as Chart-IMG.</param>
    /// <param name="second">Asked when the first could not, such as the local engine.</param>
    /// <param name="meter">Counts how often the second drew; null to count nothing.</param>
    public FallbackChartProvider(IChartProvider first, IChartProvider second, Meter? meter = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        _first = first;
        _second = second;
        _fallbacks = meter?.CreateCounter<long>(
            "chartcast.chart_img.fallbacks", "{chart}",
            "Charts that the local engine drew because Chart-IMG could not; the reason is Chart-IMG's error.");
    }

    /// <inheritdoc/>
    public string Name => _first.Name;

    /// <inheritdoc/>
    public bool CallsOutside => _first.CallsOutside;

    /// <inheritdoc/>
    public ChartProduct? Kept(ChartRequest request, IProgress<ChartStep> progress) => _first.Kept(request, progress);

    /// <inheritdoc/>
    public async Task<ChartProduct> DrawAsync(
        ChartRequest request, IProgress<ChartStep> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        var rising = new RisingSteps(progress);
        try
        {
            return await _first.DrawAsync(request, rising, cancellationToken);
        }
        catch (ChartException exception) when (!cancellationToken.IsCancellationRequested)
        {
            rising.Rest(
                $"{_first.Name} could not draw it ({exception.Error.Code.WireName()}); {_second.Name} draws instead");
            ChartProduct product = await SecondAsync(request, rising, exception.Error, cancellationToken);
            _fallbacks?.Add(1, new KeyValuePair<string, object?>("reason", exception.Error.Code.WireName()));
            return product with
            {
                Report = product.Report with { Warnings = [Words(exception.Error), .. product.Report.Warnings] },
            };
        }
    }

    private async Task<ChartProduct> SecondAsync(
        ChartRequest request, RisingSteps rising, ChartError first, CancellationToken cancellationToken)
    {
        ChartProduct product;
        await _seconds.WaitAsync(cancellationToken);
        try
        {
            product = await _second.DrawAsync(request, rising, cancellationToken);
        }
        catch (ChartException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ChartException(
                first with { Message = $"{first.Message} ({_second.Name} could not take over: {exception.Message})" },
                exception);
        }
        finally
        {
            _seconds.Release();
        }

        if (product.Report.Source is not { Sample: true }) return product;
        throw new ChartException(first with
        {
            Message = $"{first.Message} ({_second.Name} has only made-up sample data for it: ask for provider "
                + $"{_second.Name} to have those.)",
        });
    }

    private string Words(ChartError error) =>
        $"Drawn by {_second.Name} instead of {_first.Name}: {error.Message} What differs: bars come from the feed "
        + "named in source and not from TradingView, fonts and details of the look are this program's, and the numbers "
        + "are exact.";

    /// <summary>Keeps the percentage rising where the second begins anew.</summary>
    private sealed class RisingSteps(IProgress<ChartStep> steps) : IProgress<ChartStep>
    {
        private const int Last = 99;

        private int _percent;
        private int _base;

        public void Report(ChartStep value)
        {
            int percent = _base + (value.Percent * (Last - _base) / 100);
            if (percent <= _percent) return;
            _percent = percent;
            steps.Report(value with { Percent = percent });
        }

        /// <summary>What follows fills the rest of the percentage.</summary>
        public void Rest(string message)
        {
            _base = Math.Min(_percent + 1, Last - 1);
            _percent = _base;
            steps.Report(new ChartStep(_base, message));
        }
    }
}
