using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.Trix;

public sealed class TrixTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, 10_000 * Math.Log(2), -10_000 * Math.Log(2)],
        Computed.OverCloses("trix", [1, 2, 1], 1));

    [Fact]
    public void Compute_SkipsPricesWithoutALogarithm() => Sheet.AssertSame(
        [double.NaN, 0, 10_000 * Math.Log(2)],
        Computed.OverCloses("trix", [1, 0, 2], 1));

    [Fact]
    public void Compute_IsTheGrowth_WhenItStays()
    {
        double[] values = Computed.OverCloses("trix", [.. Enumerable.Range(0, 20).Select(i => Math.Pow(1.01, i))], 4);
        Assert.All(values[..10], value => Assert.True(double.IsNaN(value)));
        Assert.All(values[10..], value => Assert.Equal(10_000 * Math.Log(1.01), value, 1e-7));
    }
}
