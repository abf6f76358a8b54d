using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.MassIndex;

public sealed class MassIndexTests
{
    [Fact]
    public void Compute_IsTheNumberOfRatios_WhenRangesStay()
    {
        double[] values = Computed.Plots(
            "mass", Computed.Ranges([.. Enumerable.Repeat((3.0, 1.0), 27)]), 10)[0].Values;
        Sheet.AssertSame([.. Enumerable.Repeat(double.NaN, 25), 10, 10], values);
    }

    // Ranges of 1, then one of 5: means 1 + 4 / 5 and 1 + 4 / 25.
    [Fact]
    public void Compute_IsHandChecked()
    {
        double[] values = Computed.Plots(
            "mass", Computed.Ranges([.. Enumerable.Repeat((2.0, 1.0), 17), (6.0, 1.0)]), 1)[0].Values;
        Assert.Equal(1.8 / 1.16, values[^1], 1e-12);
    }
}
