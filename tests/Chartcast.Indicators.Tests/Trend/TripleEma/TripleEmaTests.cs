using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.TripleEma;

public sealed class TripleEmaTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, double.NaN, 79 / 9.0, 737 / 81.0],
        Computed.OverCloses("tema", [1, 3, 5, 9, 9], 2));
}
