using Chartcast.Charting.Views;

namespace Chartcast.Charting.Tests.Views;

public sealed class BarWidthsTests
{
    [Theory]
    [InlineData(1, 1, 2, 3)]
    [InlineData(2, 1, 4, 5)]
    [InlineData(2.4, 1, 4, 7)]
    [InlineData(2.5, 3, 6, 9)]
    [InlineData(3.2, 3, 6, 9)]
    [InlineData(4, 3, 6, 9)]
    [InlineData(5, 3, 8, 13)]
    [InlineData(6, 5, 10, 15)]
    [InlineData(8, 5, 12, 19)]
    [InlineData(10, 7, 16, 23)]
    [InlineData(12, 9, 18, 29)]
    [InlineData(15, 11, 24, 35)]
    [InlineData(20, 15, 32, 47)]
    [InlineData(30, 23, 48, 71)]
    [InlineData(50, 39, 80, 119)]
    public void Candle_IsAsWideAsTheTableSays(double spacing, int atOne, int atTwo, int atThree)
    {
        Assert.Equal(atOne, BarWidths.Candle(spacing, 1));
        Assert.Equal(atTwo, BarWidths.Candle(spacing, 2));
        Assert.Equal(atThree, BarWidths.Candle(spacing, 3));
    }

    [Fact]
    public void Candle_HasTheParityOfItsWick()
    {
        for (int ratio = 1; ratio <= 4; ratio++)
        {
            for (double spacing = 0.5; spacing < 60; spacing += 0.1)
            {
                int width = BarWidths.CandleWithBody(spacing, ratio);
                Assert.True(width < 2 || (width & 1) == (ratio & 1), $"{width} at {spacing} × {ratio}");
            }
        }
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(2.3, 3)]
    [InlineData(2.49, 3)]
    [InlineData(1.9, 1)]
    [InlineData(6, 5)]
    public void CandleWithBody_KeepsABodyFromTwoPixelsOn(double spacing, int expected) =>
        Assert.Equal(expected, BarWidths.CandleWithBody(spacing, 1));

    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(10, 1, 3)]
    [InlineData(20, 1, 5)]
    [InlineData(10, 2, 6)]
    public void Stem_IsThirtyPercentWithTheParityOfAHairline(double spacing, int ratio, int expected) =>
        Assert.Equal(expected, BarWidths.Stem(spacing, ratio));
}
