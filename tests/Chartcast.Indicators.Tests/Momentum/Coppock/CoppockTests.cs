using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.Coppock;

public sealed class CoppockTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, double.NaN, 200],
        Computed.OverCloses("coppock", [1, 2, 4, 4], 2, 2, 1));
}
