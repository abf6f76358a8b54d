using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.CorrelationCoefficient;

public sealed class CorrelationCoefficientTests
{
    private const double Symbol = 0, Close = (double)PriceSource.Close;
    private const long DayMs = 86_400_000;

    [Fact]
    public void Compute_IsOneWithItself_AndMinusOneUpsideDown()
    {
        double[] prices = [1, 2, 4, 3, 5, 9, 2, 1];
        Sheet.AssertSame([double.NaN, double.NaN, 1, 1, 1, 1, 1, 1], Of(prices, prices, 3));
        Sheet.AssertSame(
            [double.NaN, double.NaN, -1, -1, -1, -1, -1, -1], Of(prices, [.. prices.Select(price => 7 - 3 * price)], 3));
    }

    /// <summary>By hand: deviations −1 0 1 and −1 1 0 of means 2 and 2 give 1 / √(2 · 2).</summary>
    [Fact]
    public void Compute_DividesTheProductsOfDeviations() =>
        Sheet.AssertSame([double.NaN, double.NaN, 0.5], Of([1, 2, 3], [1, 3, 2], 3));

    [Fact]
    public void Compute_HasNoValue_WhereOneOfThemDoesNotMove()
    {
        Assert.All(Of([1, 2, 3, 4], [5, 5, 5, 5], 2), value => Assert.Equal(double.NaN, value));
        Assert.All(Of([5, 5, 5, 5], [1, 2, 3, 4], 2), value => Assert.Equal(double.NaN, value));
    }

    [Fact]
    public void Compute_TakesTheLastPriceBefore_WhereTheOtherHasNoBar()
    {
        BarSeries bars = Computed.Flat([1, 2, 3, 4, 5]);
        // Opens with the second, the third and, an hour before it, the fifth bar.
        var other = new BarSeries(BarInterval.Day,
        [
            Bar(DayMs, 10), Bar(2 * DayMs, 30), Bar(4 * DayMs - 3_600_000, 50),
        ]);
        // Beside 2, 3, 4, 5 stand 10, 30, 30, 50.
        Sheet.AssertSame(
            [double.NaN, double.NaN, double.NaN, Pearson([2, 3, 4], [10, 30, 30]), Pearson([3, 4, 5], [30, 30, 50])],
            Paired(bars, other, 3));
    }

    [Fact]
    public void Compute_ReadsTheAskedPriceOfBoth()
    {
        BarSeries bars = Computed.Ranges((3, 1), (5, 2), (9, 1), (7, 4));
        BarSeries other = Computed.Ranges((8, 2), (2, 1), (7, 3), (4, 4));
        IndicatorListing listing = Computed.Listing("correlation");
        IReadOnlyList<IndicatorPlot> plots =
            listing.ComputePaired!(bars, other, [Symbol, (double)PriceSource.High, 4]);
        Assert.Equal(Pearson([3, 5, 9, 7], [8, 2, 7, 4]), plots[0].Values[^1], 1e-12);
    }

    [Fact]
    public void Compute_LosesNoDigits_WhenPricesAreFarFromZeroAndApart()
    {
        double[] pattern = [1, 4, 2, 8, 5, 7], mirrored = [2, 1, 4, 3, 6, 5];
        double[] huge = [.. Enumerable.Range(0, 600).Select(i => 1e9 + pattern[i % 6])];
        double[] tiny = [.. Enumerable.Range(0, 600).Select(i => 1e-9 * (1000 + mirrored[i % 6]))];
        Assert.Equal(Pearson(pattern, mirrored), Of(huge, tiny, 600)[^1], 1e-6);
    }

    [Fact]
    public void Compute_HasNoValue_WithoutTheOtherSymbolsBars()
    {
        Assert.All(Computed.OverCloses("correlation", [1, 2, 3, 4], Symbol, Close, 2), value => Assert.Equal(double.NaN, value));
        var none = new BarSeries(BarInterval.Day, []);
        Assert.All(Paired(Computed.Flat([1, 2, 3]), none, 2), value => Assert.Equal(double.NaN, value));
    }

    [Fact]
    public void Compute_TakesALengthOfOne_AndHasNoValue() =>
        Assert.All(Of([1, 2, 3], [3, 2, 1], 1), value => Assert.Equal(double.NaN, value));

    private static double[] Of(double[] prices, double[] others, double length) =>
        Paired(Computed.Flat(prices), Computed.Flat(others), length);

    private static double[] Paired(BarSeries bars, BarSeries other, double length) =>
        Computed.Listing("correlation").ComputePaired!(bars, other, [Symbol, Close, length])[0].Values;

    private static double Pearson(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average();
        double products = x.Zip(y).Sum(pair => (pair.First - meanX) * (pair.Second - meanY));
        return products
            / Math.Sqrt(x.Sum(value => (value - meanX) * (value - meanX)) * y.Sum(value => (value - meanY) * (value - meanY)));
    }

    private static Bar Bar(long openMs, double price) => new(openMs, price, price, price, price, 1);
}
