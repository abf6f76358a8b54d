using Chartcast.Drawing.Geometry;

namespace Chartcast.Drawing.Tests.Geometry;

public sealed class PixelRectTests
{
    [Fact]
    public void Constructor_Refuses_WhenASizeIsNegative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PixelRect(0, 0, -1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PixelRect(0, 0, 1, -2));
    }

    [Fact]
    public void FromEdges_IsEmpty_WhenEdgesAreReversed()
    {
        Assert.True(PixelRect.FromEdges(5, 0, 3, 10).IsEmpty);
        Assert.Equal(new PixelRect(3, 1, 2, 9), PixelRect.FromEdges(3, 1, 5, 10));
    }

    [Fact]
    public void Intersect_KeepsWhatLiesInBoth()
    {
        var left = new PixelRect(0, 0, 10, 10);
        Assert.Equal(new PixelRect(6, 7, 4, 3), left.Intersect(new PixelRect(6, 7, 20, 20)));
        Assert.True(left.Intersect(new PixelRect(10, 0, 5, 5)).IsEmpty);
    }

    [Fact]
    public void VectorPathBuilder_Refuses_WhenNoContourWasStartedOrACoordinateIsNaN()
    {
        Assert.Throws<InvalidOperationException>(() => new VectorPathBuilder().LineTo(1, 1));
        Assert.Throws<ArgumentException>(() => new VectorPathBuilder().MoveTo(double.NaN, 1));
        Assert.True(new VectorPathBuilder().Build().IsEmpty);
    }
}
