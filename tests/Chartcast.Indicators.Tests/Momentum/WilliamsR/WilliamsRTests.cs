using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.WilliamsR;

public sealed class WilliamsRTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, 0, -400 / 9.0, -100],
        Computed.Plots("willr", Quotes.Four, 2)[0].Values);
}
