using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.MajorityRule;

public sealed class MajorityRuleTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 50, 50, 50],
        Computed.OverCloses("majority", [1, 2, 2, 3, 1], 2));
}
