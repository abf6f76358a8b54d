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
        (double[] line, double[] signal, double[] histogram) =
            Indicators.Momentum.Macd.Macd.Compute(Sheet.ReadBars().Closes, 12, 26, 9);
        Sheet.AssertSame(sheet[oracle + "_line"], line);
        Sheet.AssertSame(sheet[oracle + "_signal"], signal);
        Sheet.AssertSame(sheet[oracle + "_histogram"], histogram);
    }

    [Fact]
    public void ColorIndexes_TellFourCasesApart() => Assert.Equal(
        [1, 0, 1, 3, 3, 2, 0],
        Indicators.Momentum.Macd.Macd.ColorIndexes([1, 2, 1, -1, -2, -1, 1]).Select(index => (int)index));

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
