using Chartcast.Drawing.Painting;

namespace Chartcast.Drawing.Tests.Painting;

public sealed class FillTests
{
    [Fact]
    public void At_MixesStraightAlpha_BetweenTheHeights()
    {
        Fill fill = Fill.Vertical(new Rgba(0, 100, 200, 200), 10, new Rgba(200, 0, 100, 0), 20);
        Assert.Equal(new Rgba(0, 100, 200, 200), fill.At(3));
        Assert.Equal(new Rgba(100, 50, 150, 100), fill.At(15));
        Assert.Equal(new Rgba(200, 0, 100, 0), fill.At(20));
    }

    [Fact]
    public void Solid_IsNoGradient()
    {
        Assert.False(Fill.Solid(new Rgba(1, 2, 3)).IsGradient);
        Assert.Throws<ArgumentException>(() => Fill.Vertical(default, double.NaN, new Rgba(1, 1, 1), 3));
    }
}
