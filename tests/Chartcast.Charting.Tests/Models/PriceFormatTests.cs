using Chartcast.Charting.Models;

namespace Chartcast.Charting.Tests.Models;

public sealed class PriceFormatTests
{
    [Theory]
    [InlineData(150.456, 2, "150.46")]
    [InlineData(-1.5, 2, "\u22121.50")]
    [InlineData(-0.001, 2, "0.00")]
    [InlineData(67_123.4, 1, "67,123.4")]
    [InlineData(0.000000000001, 12, "0.000000000001")]
    [InlineData(1e300, 2, "1E+300")]
    [InlineData(-1e300, 2, "\u22121E+300")]
    [InlineData(5, 0, "5")]
    public void Text_HasFixedDecimalsAndARealMinusSign(double value, int decimals, string expected) =>
        Assert.Equal(expected, PriceFormat.Decimal(decimals).Text(value));

    [Theory]
    [InlineData(1.234, "+1.23")]
    [InlineData(-1.234, "\u22121.23")]
    [InlineData(0, "+0.00")]
    public void WriteSigned_ShowsPlusAndMinus(double value, string expected)
    {
        Span<char> text = stackalloc char[PriceFormat.MaximumChars];
        Assert.Equal(expected, new string(text[..PriceFormat.Decimal(2).WriteSigned(value, text)]));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(812, "812")]
    [InlineData(994.99, "994.99")]
    [InlineData(995, "1K")]
    [InlineData(1_500, "1.5K")]
    [InlineData(999_994, "999.99K")]
    [InlineData(999_995, "1M")]
    [InlineData(51_460_000, "51.46M")]
    [InlineData(999_999_995, "1B")]
    [InlineData(-2_500_000, "\u22122.5M")]
    [InlineData(0.1234, "0.1234")]
    [InlineData(3.2e12, "3.2T")]
    public void Volume_IsShort(double value, string expected) =>
        Assert.Equal(expected, PriceFormat.Volume.Text(value));

    [Fact]
    public void Text_NeverExceedsItsBuffer()
    {
        foreach (double value in (double[])[double.MaxValue, -double.MaxValue, double.Epsilon, 999_999_999_999_999.9])
        {
            for (int decimals = 0; decimals <= 12; decimals++)
            {
                Assert.InRange(PriceFormat.Decimal(decimals).Text(value).Length, 1, PriceFormat.MaximumChars);
                Assert.InRange(PriceFormat.Volume.Text(value).Length, 1, PriceFormat.MaximumChars);
            }
        }
    }
}
