using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Tests.Oracle;

/// <summary>Computes indicators of the catalogue the way charts do.</summary>
internal static class Computed
{
    public static IndicatorListing Listing(string name)
    {
        Assert.True(IndicatorCatalog.TryFind(name, out IndicatorListing? listing), name);
        return listing;
    }

    /// <summary>All plots; inputs that are not given keep their default.</summary>
    public static IReadOnlyList<IndicatorPlot> Plots(string name, BarSeries bars, params double[] inputs)
    {
        IndicatorListing listing = Listing(name);
        return listing.Compute(
            bars, [.. inputs, .. listing.Parameters.Skip(inputs.Length).Select(parameter => parameter.Default)]);
    }

    /// <summary>The first plot over closes alone.</summary>
    public static double[] OverCloses(string name, double[] closes, params double[] inputs) =>
        Plots(name, Flat(closes), inputs)[0].Values;

    /// <summary>Daily bars whose four prices are the same.</summary>
    public static BarSeries Flat(double[] closes) => new(
        BarInterval.Day,
        [.. closes.Select((close, i) => new Bar(i * 86_400_000L, close, close, close, close, 1))]);

    /// <summary>Daily bars of a range, which open and close in its middle.</summary>
    public static BarSeries Ranges(params (double High, double Low)[] ranges) => new(
        BarInterval.Day,
        [
            .. ranges.Select((range, i) => new Bar(
                i * 86_400_000L, (range.High + range.Low) / 2, range.High, range.Low, (range.High + range.Low) / 2, 1)),
        ]);
}
