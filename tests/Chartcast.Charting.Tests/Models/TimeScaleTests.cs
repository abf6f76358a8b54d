using Chartcast.Charting.Models;

namespace Chartcast.Charting.Tests.Models;

public sealed class TimeScaleTests
{
    [Theory]
    [InlineData(1, 742)]
    [InlineData(5, 742)]
    [InlineData(120, 742)]
    [InlineData(300, 742)]
    [InlineData(20_000, 742)]
    [InlineData(1, 48)]
    [InlineData(4_096, 4_040)]
    public void Fit_KeepsAllBarsInsideThePane(int count, double width)
    {
        TimeScale scale = TimeScale.Fit(10, count, width, 1);
        double half = scale.SpacingPx / 2;
        Assert.InRange(scale.CenterOf(scale.First) - half, -1e-6, width);
        Assert.InRange(scale.CenterOf(scale.Last) + half, 0, width);
    }

    [Fact]
    public void Fit_StandsBarsOnWholeDevicePixels_WhenThatCostsLittle()
    {
        Assert.Equal(6, TimeScale.Fit(0, 116, 742, 1).SpacingPx);
    }

    [Fact]
    public void Fit_LeavesRoomRightOfTheLastBar()
    {
        TimeScale scale = TimeScale.Fit(0, 300, 742, 1);
        Assert.InRange(742 - scale.CenterOf(scale.Last), 8, 742 * 0.12);
    }

    [Fact]
    public void Fit_PutsFewBarsInTheMiddle()
    {
        TimeScale scale = TimeScale.Fit(0, 1, 742, 1);
        Assert.Equal(370.5, scale.CenterOf(0), 1);
        Assert.Equal(74.1, scale.SpacingPx, 0.1);
    }
}
