using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.ConnorsRsi;

public sealed class ConnorsRsiTests
{
    // Rates 100, 50 and −33 percent; streaks 1, 2 and −1.
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 200 / 3.0, 0],
        Computed.OverCloses("crsi", [1, 2, 3, 2], 1, 1, 1));
}
