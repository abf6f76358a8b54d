using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.LaguerreRsi;

public sealed class LaguerreRsiTests
{
    // Without any past the filters are the last four closes.
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, 1, 0.5, 0.8],
        Computed.OverCloses("laguerre_rsi", [1, 2, 1, 4], 0));

    [Fact]
    public void Compute_HoldsItsValue_WhenTheFiltersAgree() => Sheet.AssertSame(
        [double.NaN, 1, 1, 1, 1],
        Computed.OverCloses("laguerre_rsi", [1, 2, 2, 2, 2], 0));
}
