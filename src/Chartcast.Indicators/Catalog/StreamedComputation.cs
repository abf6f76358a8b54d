using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Catalog;

/// <summary>Runs a stream over whole series: streaming and batch are one code, so they cannot differ.</summary>
internal static class StreamedComputation
{
    /// <summary>Computes all plots of an indicator.</summary>
    /// <param name="listing">A listing with <see cref="IndicatorListing.Stream"/>.</param>
    /// <param name="bars">The bars, oldest first.</param>
    /// <param name="inputs">One value per parameter, in the listing's order.</param>
    public static IReadOnlyList<IndicatorPlot> Run(
        IndicatorListing listing, BarSeries bars, IReadOnlyList<double> inputs)
    {
        IndicatorStream stream = listing.Stream!(new IndicatorContext(inputs, bars.Interval, bars.ExchangeZone));
        int count = bars.Count, outputs = listing.Outputs.Count;
        IReadOnlyList<int> offsets = listing.OffsetBars(inputs);
        var plots = new IndicatorPlot[outputs];
        for (int output = 0; output < outputs; output++)
        {
            byte[]? colors = listing.Outputs[output].Colors.Count > 1 ? new byte[count] : null;
            int offset = offsets.Count == 0 ? 0 : offsets[output];
            plots[output] = new IndicatorPlot(new double[count], colors, offset);
        }

        Span<double> values = stackalloc double[outputs];
        Span<byte> indexes = stackalloc byte[outputs];
        for (int i = 0; i < count; i++)
        {
            indexes.Clear();
            values.Fill(double.NaN);
            stream.Next(bars[i], values, indexes);
            for (int output = 0; output < outputs; output++)
            {
                plots[output].Values[i] = FiniteValues.Of(values[output]);
                if (plots[output].ColorIndexes is { } colors) colors[i] = indexes[output];
            }
        }

        return plots;
    }
}
