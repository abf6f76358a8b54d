using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.Envelopes;

public sealed class EnvelopesTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(2, 14 / 3.0)]
    public void Compute_PutsLinesSomePercentFromTheAverage(double method, double average)
    {
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("envelope", Computed.Flat([2, 6]), 2, 10, 25, method);
        Sheet.AssertSame([double.NaN, average], plots[0].Values);
        Sheet.AssertSame([double.NaN, average * 1.1], plots[1].Values);
        Sheet.AssertSame([double.NaN, average * 0.75], plots[2].Values);
    }
}
