using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;

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
        Assert.Equal([50, 40, 30, 20, 10, 0, -10, -20, -30], Marks(scale, 2));
    }

    [Fact]
    public void Marks_NeverStandFinerThanTheMinimumMove()
    {
        PriceScale scale = PriceScale.Fit(new ValueRange(100, 100.02), 2000, NoMargins, 0.01);
        Assert.InRange(Marks(scale, 2).Length, 1, 4);
    }

    [Theory]
    [InlineData(1e300, 2)]
    [InlineData(1e15, 2)]
    [InlineData(1e-12, 12)]
    [InlineData(0, 2)]
    public void Marks_AreFewAndDescend_WhenAllPricesAreEqual(double price, int decimals)
    {
        double minimumMove = PriceFormat.Decimal(decimals).MinimumMove;
        PriceScale scale = PriceScale.Fit(new ValueRange(price, price), 400, new ScaleMargins(0.1, 0.08), minimumMove);
        double[] marks = Marks(scale, decimals);
        Assert.InRange(marks.Length, 1, 14);
        for (int i = 1; i < marks.Length; i++) Assert.True(marks[i] < marks[i - 1]);
    }

    [Fact]
    public void Marks_AreWholePercentages_OnAPercentScale()
    {
        ScaleTransform percent = ScaleTransform.Relative(ScaleMode.Percent, 80);
        PriceScale scale = PriceScale.FitUnits(percent, percent.ToUnits(new ValueRange(76, 100)), 400, NoMargins, 0.01);
        Assert.Equal([25, 22.5, 20, 17.5, 15, 12.5, 10, 7.5, 5, 2.5, 0, -2.5], Marks(scale, 2));
    }

    [Theory]
    [InlineData(10, 1000, 300)]
    [InlineData(0.0003, 60_000, 420)]
    [InlineData(100, 130, 400)]
    [InlineData(1e-9, 3e-9, 200)]
    [InlineData(-50, 4000, 600)]
    public void Marks_AreRoundAndALabelApart_OnALogarithmicScale(double low, double high, double height)
    {
        ScaleTransform logarithmic = ScaleTransform.Logarithmic(new ValueRange(low, high));
        var marks = new double[PriceTicks.MaximumCount];
        foreach (bool inverted in (bool[])[false, true])
        {
            PriceScale scale = PriceScale.FitUnits(
                logarithmic, logarithmic.ToUnits(new ValueRange(low, high)), height, NoMargins, 1e-12, inverted);
            int count = PriceTicks.Write(scale, PriceFormat.Decimal(12), 12, marks);
            Assert.InRange(count, 3, (int)(height / 29) + 1);
            for (int i = 0; i < count; i++)
            {
                Assert.True(SignificantDigits(marks[i]) <= 4, $"{marks[i]} is not round");
                if (i > 0) Assert.InRange(Math.Abs(scale.RowOf(marks[i]) - scale.RowOf(marks[i - 1])), 29.99, 120);
            }
        }
    }

    private static double[] Marks(PriceScale scale, int decimals)
    {
        Span<double> marks = stackalloc double[PriceTicks.MaximumCount];
        int count = PriceTicks.Write(scale, PriceFormat.Decimal(decimals), 12, marks);
        return marks[..count].ToArray();
    }

    private static int SignificantDigits(double value)
    {
        if (value == 0) return 1;
        double mantissa = Math.Abs(value) / Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value)) + 1e-12));
        for (int digits = 1; digits < 12; digits++)
        {
            double scaled = mantissa * Math.Pow(10, digits - 1);
            if (Math.Abs(scaled - Math.Round(scaled)) < 1e-7) return digits;
        }

        return 12;
    }
}
