using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.Aroon;

public sealed class AroonTests
{
    [Fact]
    public void Upper_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 100, 50],
        Computed.Plots("aroon", Quotes.Four, 2)[0].Values);

    [Fact]
    public void Lower_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 0, 100],
        Computed.Plots("aroon", Quotes.Four, 2)[1].Values);

    [Fact]
    public void Compute_TakesTheNewestOfEqualExtremes() => Sheet.AssertSame(
        [double.NaN, double.NaN, 100, 100],
        Computed.OverCloses("aroon", [5, 5, 5, 5], 2));
}
