using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;

namespace Chartcast.Charting.Tests.Models;

public sealed class ScaleTransformTests
{
    public static TheoryData<string, double, double> ModesAndPrices()
    {
        var data = new TheoryData<string, double, double>();
        foreach (string mode in ScaleModes.Names)
        {
            foreach (double price in (double[])[0.00004, 0.5, 99.5, 64_000.25, -37.2]) data.Add(mode, price, 120);
        }

        data.Add("percent", 12, -40);
        data.Add("indexedTo100", -12, -40);
        return data;
    }

    [Theory]
    [MemberData(nameof(ModesAndPrices))]
    public void ToPrice_UndoesToUnits(string mode, double price, double basePrice)
    {
        ScaleTransform transform = Of(mode, basePrice);
        Assert.Equal(price, transform.ToPrice(transform.ToUnits(price)), Math.Abs(price) * 1e-9);
    }

    [Theory]
    [InlineData(100, 125, 25)]
    [InlineData(100, 80, -20)]
    [InlineData(-50, -25, 50)]
    [InlineData(-50, -75, -50)]
    public void Percent_CountsFromTheBase_WithTheSignOfTheChange(double basePrice, double price, double expected)
    {
        Assert.Equal(expected, ScaleTransform.Relative(ScaleMode.Percent, basePrice).ToUnits(price), 1e-12);
        Assert.Equal(
            expected + 100, ScaleTransform.Relative(ScaleMode.IndexedTo100, basePrice).ToUnits(price), 1e-12);
    }

    [Fact]
    public void Logarithmic_HasTheUsualConstants_ForRangesOfOneAndMore()
    {
        ScaleTransform transform = ScaleTransform.Logarithmic(new ValueRange(10, 20));
        Assert.Equal((4, 1e-4), (transform.LogShift, transform.LogOffset));
        Assert.Equal(Math.Log10(10 + 1e-4) + 4, transform.ToUnits(10), 1e-12);
        Assert.Equal(-(Math.Log10(10 + 1e-4) + 4), transform.ToUnits(-10), 1e-12);
        Assert.Equal(0, transform.ToUnits(0));
        Assert.Equal(0, transform.ToUnits(1e-16));
    }

    [Theory]
    [InlineData(0.5, 5)]
    [InlineData(0.05, 6)]
    [InlineData(0.0004, 8)]
    public void Logarithmic_ResolvesSmallRanges(double extent, double shift)
    {
        ScaleTransform transform = ScaleTransform.Logarithmic(new ValueRange(1, 1 + extent));
        Assert.Equal(shift, transform.LogShift);
        Assert.Equal(Math.Pow(10, -shift), transform.LogOffset, 1e-20);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void RowOf_FallsAsPricesRise_AndRisesWhenInverted(string mode)
    {
        ScaleTransform transform = Of(mode, 50);
        ValueRange units = transform.ToUnits(new ValueRange(-3, 400));
        PriceScale upward = PriceScale.FitUnits(transform, units, 300, new ScaleMargins(0.1, 0.25), 0.01);
        PriceScale inverted = PriceScale.FitUnits(transform, units, 300, new ScaleMargins(0.1, 0.25), 0.01, true);
        Assert.Equal(30, upward.RowOf(400), 1e-9);
        Assert.Equal(300 - 1 - 75, upward.RowOf(-3), 1e-9);
        Assert.Equal(30, inverted.RowOf(-3), 1e-9);
        Assert.Equal(300 - 1 - 75, inverted.RowOf(400), 1e-9);
        for (double price = -3; price < 399; price += 7)
        {
            Assert.True(upward.RowOf(price + 1) < upward.RowOf(price));
            Assert.True(inverted.RowOf(price + 1) > inverted.RowOf(price));
            Assert.Equal(price, inverted.ValueAt(inverted.RowOf(price)), 1e-6);
        }
    }

    public static TheoryData<string> Modes() => [.. ScaleModes.Names];

    private static ScaleTransform Of(string name, double basePrice)
    {
        Assert.True(ScaleModes.TryParse(name, out ScaleMode mode));
        return mode switch
        {
            ScaleMode.Regular => ScaleTransform.Regular,
            ScaleMode.Logarithmic => ScaleTransform.Logarithmic(new ValueRange(10, 200)),
            _ => ScaleTransform.Relative(mode, basePrice),
        };
    }
}
