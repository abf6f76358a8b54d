using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.McGinley;

public sealed class McGinleyTests
{
    [Fact]
    public void Compute_IsHandChecked() => Assert.Equal(
        [double.NaN, 2, 2.0625],
        Computed.OverCloses("mcginley", [1, 3, 4], 2));

    [Fact]
    public void Compute_GoesToThePrice_WhenItFallsTooFarForTheFormula() => Assert.Equal(
        [double.NaN, 100, 1, 0, 5],
        Computed.OverCloses("mcginley", [100, 100, 1, 0, 5], 2));
}
