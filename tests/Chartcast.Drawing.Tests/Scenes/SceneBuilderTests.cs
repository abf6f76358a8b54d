using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Tests.Scenes;

public sealed class SceneBuilderTests
{
    private static readonly Rgba White = new(255, 255, 255), Ink = new(0, 0, 0);

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 0)]
    [InlineData(16_385, 10)]
    [InlineData(10, -4)]
    public void Constructor_Refuses_WhenASideIsOutOfRange(int widthPx, int heightPx) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SceneBuilder(widthPx, heightPx, White));

    [Fact]
    public void Items_AreRefused_WhenTheyCannotBeDrawn()
    {
        var builder = new SceneBuilder(10, 10, White);
        Assert.Throws<ArgumentException>(() => new SceneBuilder(10, 10, White.WithOpacity(0.5)));
        Assert.Throws<ArgumentException>(() =>
            builder.StrokePolyline([new(0, double.NaN), new(1, 1)], new Stroke(Ink, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            builder.StrokePolyline([new(0, 0), new(1, 1)], new Stroke(Ink, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            builder.StrokePolyline([new(0, 0), new(1, 1)], new Stroke(Ink, double.NaN)));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            builder.DrawText("a", 0, 0, new TextStyle(FontFace.Regular, -1, Ink)));
        Assert.Throws<InvalidOperationException>(builder.EndGroup);
        builder.BeginGroup("open");
        Assert.Throws<InvalidOperationException>(() => builder.Build());
    }

    [Fact]
    public void Build_KeepsTheScene_WhenTheBuilderIsUsedAgain()
    {
        var builder = new SceneBuilder(100, 50, White);
        builder.BeginGroup("legend");
        builder.DrawText("first", 10.25, 20.4, new TextStyle(FontFace.Regular, 12, Ink));
        builder.EndGroup();
        Scene first = builder.Build();
        builder.Reset(30, 40, Ink);
        builder.DrawText("second", 0, 0, new TextStyle(FontFace.Regular, 12, White));
        Scene second = builder.Build();
        Assert.Equal((100, 50, 30, 40), (first.WidthPx, first.HeightPx, second.WidthPx, second.HeightPx));
        Assert.Equal(["legend"], first.GroupNames);
        SceneText text = Assert.Single(first.Texts);
        Assert.Equal(("first", new PixelPoint(10.25, 20)), (text.Text, text.Origin));
        Assert.Equal("second", Assert.Single(second.Texts).Text);
    }

    [Fact]
    public void DrawText_ResolvesTheAnchor()
    {
        double width = TextMeasure.WidthPx("192.50", FontFace.Regular, 12);
        var builder = new SceneBuilder(200, 50, White);
        foreach (TextAnchor anchor in Enum.GetValues<TextAnchor>())
            builder.DrawText("192.50", 100, 20, new TextStyle(FontFace.Regular, 12, Ink, anchor));
        double[] lefts = [.. builder.Build().Texts.Select(text => text.Origin.X)];
        Assert.Equal([100, 100 - (width / 2), 100 - width], lefts, (a, b) => Math.Abs(a - b) < 1e-4);
    }
}
