using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.Schaff;

public sealed class SchaffTests
{
    // MACD 1, 1/3, 2.1, 0.7: lowest, highest, lowest of two; smoothed 0, 50, 25; highest, lowest.
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, double.NaN, 100, 50],
        Computed.OverCloses("stc", [1, 3, 3, 9, 9], 2, 1, 2));
}
