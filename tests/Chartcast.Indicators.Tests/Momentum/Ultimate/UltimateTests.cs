using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.Ultimate;

public sealed class UltimateTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, double.NaN, 100 * (2 / 13.0 + 5 / 17.0) / 7],
        Computed.Plots("uo", Quotes.Four, 1, 2, 3)[0].Values);
}
