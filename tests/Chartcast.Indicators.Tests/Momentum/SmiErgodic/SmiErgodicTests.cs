using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.SmiErgodic;

public sealed class SmiErgodicTests
{
    // Outputs in drawing order: the columns first.
    [Fact]
    public void Compute_IsHandChecked()
    {
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("smi_ergodic", Computed.Flat([1, 2, 1, 3]), 1, 2, 2);
        Sheet.AssertSame([double.NaN, double.NaN, double.NaN, 0.4], plots[0].Values);
        Sheet.AssertSame([double.NaN, double.NaN, 0, 0.8], plots[1].Values);
        Sheet.AssertSame([double.NaN, double.NaN, double.NaN, 0.4], plots[2].Values);
    }
}
