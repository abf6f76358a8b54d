using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Catalog;

/// <summary>Runs a stream over whole series: streaming and batch are one code, so they cannot differ.</summary>
internal static class StreamedComputation
{
    /// <summary>So many bars cost less than half a second with every indicator and length.</summary>
    private const int BarsBetweenLooks = 4_096;

    /// <summary>Computes all plots of an indicator.</summary>
    /// <param name="listing">A listing with <see cref="IndicatorListing.Stream"/>.</param>
    /// <param name="bars">The bars, oldest first.</param>
    /// <param name="inputs">One value per parameter, in the listing's order.</param>
    /// <param name="cancellationToken">Ends the computation soon.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static IReadOnlyList<IndicatorPlot> Run(
        IndicatorListing listing, BarSeries bars, IReadOnlyList<double> inputs,
        CancellationToken cancellationToken = default)
    {
        using RentedPlots rented = Rent(listing, bars, inputs, cancellationToken);
        return rented.Copy(listing);
    }

    /// <summary>Computes all plots of an indicator into memory that is lent.</summary>
    /// <param name="listing">A listing with <see cref="IndicatorListing.Stream"/>.</param>
    /// <param name="bars">The bars, oldest first.</param>
    /// <param name="inputs">One value per parameter, in the listing's order.</param>
    /// <param name="cancellationToken">Ends the computation soon.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static RentedPlots Rent(
        IndicatorListing listing, BarSeries bars, IReadOnlyList<double> inputs,
        CancellationToken cancellationToken = default)
    {
        IndicatorStream stream = listing.Stream!(new IndicatorContext(inputs, bars.Interval, bars.ExchangeZone));
        int count = bars.Count, outputs = listing.Outputs.Count;
        bool hasColors = listing.HasColorIndexes;
        var plots = new RentedPlots(outputs, count, listing.OffsetBars(inputs), hasColors);
        Span<double> values = stackalloc double[outputs];
        Span<byte> indexes = stackalloc byte[outputs];
        Span<double> all = plots.AllValues;
        Span<byte> allIndexes = plots.AllColorIndexes;
        for (int i = 0; i < count; i++)
        {
            if (i % BarsBetweenLooks == 0) cancellationToken.ThrowIfCancellationRequested();
            // Few outputs: a call for each would take longer.
            for (int output = 0; output < outputs; output++) (values[output], indexes[output]) = (double.NaN, 0);
            stream.Next(bars[i], values, indexes);
            for (int output = 0; output < outputs; output++)
            {
                all[output * count + i] = FiniteValues.Of(values[output]);
                if (hasColors) allIndexes[output * count + i] = indexes[output];
            }
        }

        return plots;
    }
}
