using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.Macd;

public sealed class MacdTests
{
    [Theory]
    [InlineData("oakscriptjs")]
    [InlineData("lightweight")]
    public void Compute_EqualsWorkedSheet(string oracle)
    {
        Sheet sheet = Sheet.Read("Momentum/Macd/Macd.csv");
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("macd", Sheet.ReadBars());
        Sheet.AssertSame(sheet[oracle + "_histogram"], plots[0].Values);
        Sheet.AssertSame(sheet[oracle + "_line"], plots[1].Values);
        Sheet.AssertSame(sheet[oracle + "_signal"], plots[2].Values);
    }

    [Fact]
    public void ColorIndexes_TellFourCasesApart()
    {
        IndicatorPlot histogram = Computed.Plots("macd", Sheet.ReadBars())[0];
        for (int i = 34; i < histogram.Values.Length; i++)
        {
            double value = histogram.Values[i];
            bool rises = value > histogram.Values[i - 1];
            Assert.Equal((value < 0 ? 2 : 0) + (rises ? 0 : 1), histogram.ColorIndexes![i]);
        }

        Assert.Equal(4, histogram.ColorIndexes![33..].Distinct().Count());
    }

    [Fact]
    public void Listing_PlotsInTheOrderOfItsOutputs()
    {
        Assert.True(IndicatorCatalog.TryFind("MACD", out IndicatorListing? listing));
        IReadOnlyList<IndicatorPlot> plots = listing.Compute(Sheet.ReadBars(), [12, 26, 9, 0]);
        Sheet sheet = Sheet.Read("Momentum/Macd/Macd.csv");
        Assert.Equal(["Histogram", "MACD", "Signal"], listing.Outputs.Select(output => output.Key));
        Sheet.AssertSame(sheet["oakscriptjs_histogram"], plots[0].Values);
        Sheet.AssertSame(sheet["oakscriptjs_line"], plots[1].Values);
        Sheet.AssertSame(sheet["oakscriptjs_signal"], plots[2].Values);
        Assert.NotNull(plots[0].ColorIndexes);
    }
}
