using Chartcast.Charting.Models;

namespace Chartcast.Charting.Tests.Models;

public sealed class PriceTicksTests
{
    private static readonly ScaleMargins NoMargins = new(0, 0);

    [Theory]
    [InlineData(0, 100, 400, 10)]
    [InlineData(0, 100, 200, 20)]
    [InlineData(0, 100, 800, 4)]
    [InlineData(0, 100, 1300, 2.5)]
    [InlineData(0, 1, 400, 0.1)]
    [InlineData(0, 1, 150, 0.2)]
    [InlineData(0, 0.3, 90, 0.1)]
    [InlineData(40_000, 60_000, 500, 2_000)]
    [InlineData(40_000, 60_000, 400, 2_000)]
    [InlineData(40_000, 60_000, 1_000, 1_000)]
    [InlineData(100, 100.03, 400, 0.01)]
    public void Step_IsTheDensestRoundOneThatLabelsPermit(double low, double high, double height, double expected) =>
        Assert.Equal(expected, PriceTicks.Step(low, high, height, 0.01, 12), 1e-12);

    [Fact]
    public void Step_IsOneTwoTwoAndAHalfFourOrFive_ForAnyRange()
    {
        double[] mantissas = [1, 2, 2.5, 4, 5];
        for (double range = 0.5; range < 1e7; range *= 1.37)
        {
            double step = PriceTicks.Step(0, range, 400, 1e-6, 12);
            double mantissa = step / Math.Pow(10, Math.Floor(Math.Log10(step) + 1e-9));
            Assert.Contains(mantissas, one => Math.Abs(one - mantissa) < 1e-6);
            Assert.True(step * 400 / range >= 30 - 1e-6, $"{step} of {range} is too dense");
        }
    }

    [Fact]
    public void LabelHeight_IsTwoAndAHalfFontSizes_RoundedUp()
    {
        Assert.Equal(30, PriceTicks.LabelHeightPx(12));
        Assert.Equal(28, PriceTicks.LabelHeightPx(11));
    }

    [Fact]
    public void Marks_AreMultiplesOfTheStepFromTheTopDown()
    {
        PriceScale scale = PriceScale.Fit(new ValueRange(-31, 57), 400, NoMargins, 0.01);
        Span<double> marks = stackalloc double[PriceTicks.MaximumCount];
        int count = PriceTicks.Write(scale, 0.01, 12, marks);
        Assert.Equal([50, 40, 30, 20, 10, 0, -10, -20, -30], marks[..count].ToArray());
    }

    [Fact]
    public void Marks_NeverStandFinerThanTheMinimumMove()
    {
        PriceScale scale = PriceScale.Fit(new ValueRange(100, 100.02), 2000, NoMargins, 0.01);
        Span<double> marks = stackalloc double[PriceTicks.MaximumCount];
        int count = PriceTicks.Write(scale, 0.01, 12, marks);
        Assert.InRange(count, 1, 4);
    }

    [Theory]
    [InlineData(1e300, 0.01)]
    [InlineData(1e15, 0.01)]
    [InlineData(1e-12, 1e-12)]
    [InlineData(0, 0.01)]
    public void Marks_AreFewAndDescend_WhenAllPricesAreEqual(double price, double minimumMove)
    {
        PriceScale scale = PriceScale.Fit(new ValueRange(price, price), 400, new ScaleMargins(0.1, 0.08), minimumMove);
        Span<double> marks = stackalloc double[PriceTicks.MaximumCount];
        int count = PriceTicks.Write(scale, minimumMove, 12, marks);
        Assert.InRange(count, 1, 14);
        for (int i = 1; i < count; i++) Assert.True(marks[i] < marks[i - 1]);
    }
}
