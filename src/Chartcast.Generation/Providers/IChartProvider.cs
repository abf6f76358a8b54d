using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers;

/// <summary>Draws charts.</summary>
public interface IChartProvider
{
    /// <summary>The wire name: <c>local</c> or <c>chart-img</c>.</summary>
    string Name { get; }

    /// <summary>Whether drawing calls a service outside that may charge for it; such work is never repeated
    /// unasked.</summary>
    bool CallsOutside => true;

    /// <summary>A chart that is here already, so that nothing outside is called for it.</summary>
    /// <param name="request">What to draw; checked.</param>
    /// <param name="progress">Told where it comes from.</param>
    /// <returns>The chart; null when it has to be drawn, or when drawing will tell why it cannot be.</returns>
    ChartProduct? Kept(ChartRequest request, IProgress<ChartStep> progress) => null;

    /// <summary>Draws one chart, which <see cref="Kept"/> had not.</summary>
    /// <param name="request">What to draw; checked.</param>
    /// <param name="progress">Receives steps; percent rises strictly, 1–99.</param>
    /// <param name="cancellationToken">Ends the work soon, outside calls included.</param>
    /// <exception cref="ChartException">It cannot be drawn, for a reason the caller should know.</exception>
    Task<ChartProduct> DrawAsync(
        ChartRequest request, IProgress<ChartStep> progress, CancellationToken cancellationToken);
}

/// <summary>A step on the way to a picture.</summary>
/// <param name="Percent">1–99.</param>
/// <param name="Message">One line for people.</param>
public readonly record struct ChartStep(int Percent, string Message);
