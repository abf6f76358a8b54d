using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.AverageDirectional;

public sealed class AverageDirectionalTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, double.NaN, (100 + 100 * 24 / 88.0) / 2],
        Computed.Plots("adx", Quotes.Four, 2, 2)[0].Values);
}
