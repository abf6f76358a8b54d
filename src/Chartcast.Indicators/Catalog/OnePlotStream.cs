using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Catalog;

/// <summary>Takes the next bar and gives the value at it; <see cref="double.NaN"/> where there is none.</summary>
internal delegate double NextValue(in Bar bar);

/// <summary>The stream of an indicator with one plot of one colour.</summary>
internal sealed class OnePlotStream(NextValue next) : IndicatorStream
{
    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes) => values[0] = next(bar);
}
