using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.AbsolutePrice;

public sealed class AbsolutePriceTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, 1, 1],
        Computed.OverCloses("apo", [1, 3, 5], 1, 2));
}
