using Chartcast.Charting.Models;

namespace Chartcast.Charting.Tests.Models;

public sealed class PriceScaleTests
{
    [Fact]
    public void RowOf_FollowsTheFormula()
    {
        // y(p) = h − 1 − (mb + (p − min)/(max − min) · (h − mt − mb − 1)) with h = 400, mt = 40, mb = 32.
        PriceScale scale = PriceScale.Fit(new ValueRange(100, 200), 400, new ScaleMargins(0.1, 0.08), 0.01);
        Assert.Equal(400 - 1 - 32, scale.RowOf(100), 1e-9);
        Assert.Equal(400 - 1 - (32 + 327), scale.RowOf(200), 1e-9);
        Assert.Equal(400 - 1 - (32 + 0.25 * 327), scale.RowOf(125), 1e-9);
    }

    [Theory]
    [InlineData(100, 200)]
    [InlineData(1e300, 3e300)]
    [InlineData(1e-12, 9e-12)]
    [InlineData(-1e307, 1e307)]
    public void ValueAt_UndoesRowOf(double minimum, double maximum)
    {
        PriceScale scale = PriceScale.Fit(new ValueRange(minimum, maximum), 300, new ScaleMargins(0.1, 0.1), 1e-12);
        for (double row = 0; row < 300; row += 37)
            Assert.Equal(row, scale.RowOf(scale.ValueAt(row)), 1e-6);
    }

    [Fact]
    public void Fit_WidensEqualPricesByFiveMinimumMoves()
    {
        PriceScale scale = PriceScale.Fit(new ValueRange(10, 10), 300, new ScaleMargins(0, 0), 0.01);
        Assert.Equal(9.95, scale.Range.Minimum, 1e-12);
        Assert.Equal(10.05, scale.Range.Maximum, 1e-12);
    }

    [Fact]
    public void Fit_ShowsAUnitAroundZero_WithoutData()
    {
        PriceScale scale = PriceScale.Fit(ValueRange.Empty, 300, new ScaleMargins(0, 0), 0.01);
        Assert.Equal(new ValueRange(-0.5, 0.5), scale.Range);
    }
}
