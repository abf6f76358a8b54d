using Chartcast.Charting.Models;
using Chartcast.Charting.Tests.Golden;
using Chartcast.Charting.Views;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Png;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Tests.Views;

public sealed class BandFillTests
{
    private static readonly Rgba Green = new(0, 128, 0);
    private static readonly Rgba Red = new(128, 0, 0);

    [Theory]
    [InlineData(20, 0.5)]
    [InlineData(60, 0.25)]
    public void Cloud_ChangesItsColourWhereTheEdgesCross(double widthAfter, double part)
    {
        Picture picture = Draw(
            (0, 10, 30, 1), (80, 20 + widthAfter / 2, 20 - widthAfter / 2, -1));

        int crossing = (int)(80 * part);
        Assert.Equal(Pixel(Green), picture[crossing - 5, 20]);
        Assert.Equal(Pixel(Red), picture[crossing + 5, 20]);
    }

    [Fact]
    public void Cloud_ChangesItsColour_WhenTheEdgesTouchAtABar()
    {
        Picture picture = Draw((0, 10, 30, 1), (40, 20, 20, 0), (80, 30, 10, -1));

        Assert.Equal(Pixel(Green), picture[25, 20]);
        Assert.Equal(Pixel(Red), picture[55, 20]);
    }

    [Fact]
    public void Cloud_StaysEmptyWhereValuesAreMissing()
    {
        Picture picture = Draw((0, 10, 30, 1), (20, 10, 30, 1), null, (60, 30, 10, -1), (80, 30, 10, -1));

        Assert.Equal(Pixel(Green), picture[10, 20]);
        Assert.Equal(Pixel(new Rgba(255, 255, 255)), picture[40, 20]);
        Assert.Equal(Pixel(Red), picture[70, 20]);
    }

    private static (byte, byte, byte) Pixel(Rgba color) => (color.R, color.G, color.B);

    private static Picture Draw(params (double X, double Upper, double Lower, int Order)?[] columns)
    {
        var scene = new SceneBuilder(81, 41, new Rgba(255, 255, 255));
        var fill = new BandFill(scene, new BandStyle("a", "b", Green, Red, true), columns.Length);
        foreach ((double X, double Upper, double Lower, int Order)? column in columns)
        {
            if (column is { } at) fill.Add(at.X, at.Upper, at.Lower, at.Order);
            else fill.Break();
        }

        fill.Break();
        fill.Dispose();
        return PngFile.Read(PngEncoder.Encode(scene.Build()));
    }
}
