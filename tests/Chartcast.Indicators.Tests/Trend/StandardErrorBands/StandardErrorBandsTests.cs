using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.StandardErrorBands;

public sealed class StandardErrorBandsTests
{
    [Fact]
    public void Compute_IsHandChecked()
    {
        // The line through 1 2 6 ends at 5.5; residues 0.5, -1, 0.5.
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("seb", Computed.Flat([1, 2, 6]), 3, 2, 0, 1);
        double error = Math.Sqrt(1.5);
        Assert.Equal(5.5 + 2 * error, plots[0].Values[2], 1e-12);
        Assert.Equal(5.5, plots[1].Values[2], 1e-12);
        Assert.Equal(5.5 - 2 * error, plots[2].Values[2], 1e-12);
    }

    [Fact]
    public void Compute_HasNoWidth_WhenPricesLieOnALine()
    {
        double[] closes = [.. Enumerable.Range(0, 60).Select(i => 100 + 0.25 * i)];
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("seb", Computed.Flat(closes), 21, 2, 0, 1);
        Sheet.AssertSame(closes[20..], plots[0].Values[20..], 0, 1e-6);
        Sheet.AssertSame(closes[20..], plots[2].Values[20..], 0, 1e-6);
    }
}
