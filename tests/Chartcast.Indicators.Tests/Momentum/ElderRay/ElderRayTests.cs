using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.ElderRay;

public sealed class ElderRayTests
{
    [Fact]
    public void Bull_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, 2, 5, 6],
        Computed.Plots("elder_ray", Quotes.Four, 2)[0].Values);

    [Fact]
    public void Bear_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, -2, 1, -2],
        Computed.Plots("elder_ray", Quotes.Four, 2)[1].Values);
}
