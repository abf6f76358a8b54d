using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.Providers.Local;

/// <summary>Asks the feeds at which intervals a symbol can be drawn.</summary>
/// <param name="feeds">The feeds.</param>
internal sealed class OfferedIntervals(FeedChoice feeds)
{
    /// <summary>The newest bar's open time, which named ranges end with.</summary>
    /// <param name="request">Whose bars.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ChartException">There are no such bars.</exception>
    public async ValueTask<DateTimeOffset> NewestAsync(ChartRequest request, CancellationToken cancellationToken)
    {
        var query = new MarketDataQuery(
            request.Symbol, request.Interval, Count: 1, WarmUpBars: 0, From: null, To: null)
        {
            AssumedZone = TimeZoneInfo.FindSystemTimeZoneById(request.TimeZoneId),
            Session = request.Session,
        };
        MarketDataResult newest = await feeds.ReadAsync(query, cancellationToken).ConfigureAwait(false);
        return DateTimeOffset.FromUnixTimeMilliseconds(newest.Series.OpenTimesMs[^1]);
    }

    /// <summary>The request at an interval that there is: the asked one, or the nearest coarser one with a warning
    /// where the request takes that.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ChartException">There are neither such bars nor coarser ones.</exception>
    public async ValueTask<ChartRequest> ResolveAsync(ChartRequest request, CancellationToken cancellationToken)
    {
        if (!request.TakesCoarserBars) return request;
        ChartRequest offered = request;
        while (await CoarserAsync(offered, cancellationToken).ConfigureAwait(false) is { } coarser)
            offered = offered with { Interval = coarser };
        if (offered.Interval == request.Interval) return request;
        string warning = $"There are no {request.Interval} bars of {request.Symbol}, so the nearest coarser ones are "
            + $"shown: {offered.Interval}.";
        return offered with { Warnings = [.. request.Warnings, warning] };
    }

    /// <summary>The nearest coarser interval, or null where there are bars at the request's own.</summary>
    private async ValueTask<BarInterval?> CoarserAsync(ChartRequest request, CancellationToken cancellationToken)
    {
        try
        {
            _ = await NewestAsync(request, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (ChartException exception) when (
            exception.Error.Code == ChartErrorCode.IntervalUnavailable
            && NextOf(request.Interval, exception.Error.Suggestions) is not null)
        {
            return NextOf(request.Interval, exception.Error.Suggestions);
        }
    }

    private static BarInterval? NextOf(BarInterval interval, IReadOnlyList<string> offered)
    {
        BarInterval? next = null;
        foreach (string name in offered)
        {
            bool isNearer = BarInterval.TryParse(name, out BarInterval one)
                && one.NominalMs > interval.NominalMs
                && (next is not { } best || one.NominalMs < best.NominalMs);
            if (isNearer) next = one;
        }

        return next;
    }
}
