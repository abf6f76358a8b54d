using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volatility.StandardError;

public sealed class StandardErrorTests
{
    // Through 1, 2, 6 runs 0.5 + 2.5 k: residues ½, −1, ½; their squares 1.5 over one degree of freedom.
    [Fact]
    public void Compute_LeavesTwoDegreesOfFreedomToTheLine() =>
        Sheet.AssertSame(
            [double.NaN, double.NaN, Math.Sqrt(1.5)], Computed.OverCloses("stderr", [1, 2, 6], 3));

    [Fact]
    public void Compute_IsAlmost0_OnAStraightLine() =>
        Assert.All(
            Computed.OverCloses("standard_error", [.. Enumerable.Range(0, 60).Select(i => 100 + 0.3 * i)]).Skip(13),
            error => Assert.InRange(error, 0, 1e-5));
}
