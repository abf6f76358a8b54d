using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Png;
using Chartcast.Drawing.Raster;
using Chartcast.Drawing.Scenes;
using Chartcast.Drawing.Tests.Scenes;

namespace Chartcast.Drawing.Tests.Raster;

public sealed class SceneRasterizerTests
{
    private static readonly Rgba White = new(255, 255, 255), Black = new(0, 0, 0), Red = new(255, 0, 0);

    [Fact]
    public void FillRect_PaintsWholePixelsOnly()
    {
        Pixmap picture = Paint(6, 4, builder => builder.FillRect(new PixelRect(1, 1, 3, 2), Red));
        for (int y = 0; y < 4; y++)
        {
            for (int x = 0; x < 6; x++)
                Assert.Equal(x is >= 1 and < 4 && y is >= 1 and < 3 ? Red : White, picture[x, y]);
        }
    }

    [Fact]
    public void FillRect_BlendsTwice_WhenTranslucentOnesOverlap()
    {
        var half = new Rgba(0, 0, 0, 128);
        Pixmap picture = Paint(20, 2, builder =>
        {
            builder.FillRect(new PixelRect(0, 0, 15, 2), half);
            builder.FillRect(new PixelRect(10, 0, 10, 2), half);
        });
        Assert.Equal(new Rgba(127, 127, 127), picture[2, 0]);
        Assert.Equal(new Rgba(63, 63, 63), picture[12, 1]);
        Assert.Equal(new Rgba(127, 127, 127), picture[18, 1]);
    }

    [Fact]
    public void Clip_CutsEveryKindOfItem()
    {
        var clip = new PixelRect(10, 5, 20, 10);
        Pixmap picture = Paint(60, 30, builder =>
        {
            builder.BeginGroup("outer", new PixelRect(0, 5, 30, 25));
            builder.BeginGroup("inner", new PixelRect(10, 0, 50, 15));
            builder.FillRect(new PixelRect(0, 0, 60, 7), Red);
            builder.FillPolygon([new(0, 0), new(60, 0), new(0, 30)], Fill.Solid(Black));
            builder.StrokePolyline([new(0, 3), new(60, 14)], new Stroke(Red, 5));
            builder.DrawText("WWWWWW", 2, 14, new TextStyle(FontFace.Medium, 20, Red));
            builder.DrawText("W", 0, 30, new TextStyle(FontFace.Medium, 100, Black));
            builder.EndGroup();
            builder.EndGroup();
        });
        for (int y = 0; y < 30; y++)
        {
            for (int x = 0; x < 60; x++)
            {
                if (clip.Intersect(new PixelRect(x, y, 1, 1)).IsEmpty) Assert.Equal(White, picture[x, y]);
            }
        }

        Assert.NotEqual(White, picture[12, 6]);
    }

    [Theory]
    [InlineData(60, 40)]
    [InlineData(255, 0)]
    public void Gradient_ChangesRowByRow_WithoutVisibleSteps(byte alphaAbove, byte alphaBelow)
    {
        var builder = new SceneBuilder(40, 500, White);
        builder.FillPolygon([new(0, 0), new(40, 0), new(40, 500), new(0, 500)],
            Fill.Vertical(new Rgba(41, 98, 255, alphaAbove), 0, new Rgba(41, 98, 255, alphaBelow), 500));
        Scene scene = builder.Build();
        Pixmap picture = Pixmap.Paint(scene);
        Assert.False(picture.Palette.IsEmpty);
        Assert.InRange(PictureDifference.Largest(picture, Pixmap.Paint(scene, inTrueColor: true)), 0, 2);
        for (int y = 1; y < 500; y++) Assert.True(picture[7, y].R >= picture[7, y - 1].R - 2);
    }

    [Fact]
    public void Gradients_StayExact_WhenTheyNeedMoreColorsThanAPaletteHas()
    {
        Scene scene = new Func<Scene>(() =>
        {
            var builder = new SceneBuilder(60, 200, White);
            Rgba[] colors = [Red, new Rgba(0, 200, 0), new Rgba(0, 0, 250), new Rgba(250, 250, 0), Black];
            for (int i = 0; i < colors.Length; i++)
            {
                builder.FillPolygon([new(i * 10, 0), new(i * 10 + 10, 0), new(i * 10 + 10, 200), new(i * 10, 200)],
                    Fill.Vertical(colors[i], 0, White, 200));
            }

            return builder.Build();
        })();
        Assert.True(Pixmap.Paint(scene).Palette.IsEmpty);
        Assert.Equal(0, PictureDifference.Largest(Pixmap.Paint(scene), Pixmap.Paint(scene, inTrueColor: true)));
    }

    [Fact]
    public void Picture_TurnsToTrueColor_WhenAreasNeedMoreThan256Colors()
    {
        Pixmap picture = Paint(300, 2, builder =>
        {
            for (int i = 0; i < 300; i++)
                builder.FillRect(new PixelRect(i, 0, 1, 2), new Rgba((byte)(i / 2), (byte)(i % 256), (byte)(7 * i)));
        });
        Assert.True(picture.Palette.IsEmpty);
        for (int i = 0; i < 300; i++)
            Assert.Equal(new Rgba((byte)(i / 2), (byte)(i % 256), (byte)(7 * i)), picture[i, 1]);
    }

    [Theory]
    [InlineData("chart")]
    [InlineData("chart gradient")]
    [InlineData("shapes")]
    public void Indexed_StaysNearTrueColor(string name)
    {
        Scene scene = EncoderScenes.Of(name);
        Pixmap indexed = Pixmap.Paint(scene);
        Assert.InRange(indexed.Palette.Length, 2, 256);
        Pixmap exact = Pixmap.Paint(scene, inTrueColor: true);
        Assert.True(exact.Palette.IsEmpty);
        Assert.InRange(PictureDifference.PeakSignalToNoise(indexed, exact), 44, double.PositiveInfinity);
        Assert.InRange(PictureDifference.Largest(indexed, exact), 0, 40);
    }

    [Fact]
    public void Encode_GivesTheSameBytes_OnEveryThread()
    {
        Scene scene = SampleScenes.Chart(640, 400);
        byte[] first = PngEncoder.Encode(scene);
        byte[][] others = new byte[16][];
        Parallel.For(0, others.Length, i =>
            others[i] = PngEncoder.Encode(i % 2 == 0 ? scene : SampleScenes.Chart(640, 400)));
        foreach (byte[] other in others) Assert.Equal(first, other);
    }

    [Fact]
    public void Polyline_CoversItsLengthTimesItsWidth()
    {
        Pixmap picture =
            Paint(60, 60, builder => builder.StrokePolyline([new(10, 10), new(50, 40)], new Stroke(Black, 3)));
        double ink = 0;
        for (int y = 0; y < 60; y++)
        {
            for (int x = 0; x < 60; x++) ink += (255 - picture[x, y].R) / 255.0;
        }

        Assert.Equal(150, ink, 1.5);
    }

    internal static Pixmap Paint(int widthPx, int heightPx, Action<SceneBuilder> draw)
    {
        var builder = new SceneBuilder(widthPx, heightPx, White);
        draw(builder);
        return Pixmap.Paint(builder.Build());
    }
}
