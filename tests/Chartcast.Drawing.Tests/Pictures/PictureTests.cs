using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;
using Chartcast.Drawing.Tests.Scenes;
using Chartcast.Drawing.Tests.Svg;

namespace Chartcast.Drawing.Tests.Pictures;

public sealed class PictureTests
{
    private static readonly Rgba White = new(255, 255, 255), Ink = new(19, 23, 34), Blue = new(41, 98, 255);

    [Fact]
    public void Scenes_Chart() => GoldenPicture.Check("Scenes", "chart", SampleScenes.Chart(800, 600));

    [Fact]
    public void Scenes_Shapes() => GoldenPicture.Check("Scenes", "shapes", SvgWriterTests.Shapes());

    [Fact]
    public void Text_Sizes()
    {
        var builder = new SceneBuilder(420, 300, White);
        double y = 0;
        foreach (double size in new double[] { 9, 10, 11, 12, 13, 14, 16, 20, 28, 40, 72 })
        {
            y += size * 1.15;
            FontFace face = size % 2 == 0 ? FontFace.Regular : FontFace.Medium;
            builder.DrawText("Rq 0123456789 −4.20% · AAPL", 6, y, new TextStyle(face, size, Ink));
        }

        GoldenPicture.Check("Text", "sizes", builder.Build());
    }

    [Fact]
    public void Text_Characters()
    {
        var builder = new SceneBuilder(420, 150, White);
        string[] lines =
        [
            "ÀÉÎÕÜ àéîõü çñß ŠŽ šž Łł Őő", "ΑΒΓΔΩ αβγδω", "ЖЙЩЮЯ жйщюя", "▲▼●■◆ ←↑→↓ … €£¥ “x” ‘y” – — •",
                "box: \u4E2D\U0001F600",
        ];
        for (int i = 0; i < lines.Length; i++)
            builder.DrawText(lines[i], 8, 26 + (i * 27),
                new TextStyle(i % 2 == 0 ? FontFace.Regular : FontFace.Medium, 16, Ink));
        GoldenPicture.Check("Text", "characters", builder.Build());
    }

    [Fact]
    public void Strokes_WidthsAndDashes()
    {
        var builder = new SceneBuilder(400, 260, White);
        double[] widths = [0.5, 1, 1.5, 2, 3, 5];
        for (int i = 0; i < widths.Length; i++)
        {
            PixelPoint[] zigzag =
                [.. Enumerable.Range(0, 12).Select(k =>
                new PixelPoint(10 + (k * 15), 20 + (i * 38) + (k % 2 * (4 + (2 * k)))))];
            builder.StrokePolyline(zigzag, new Stroke(Blue, widths[i]));
        }

        DashPattern[] patterns = Enum.GetValues<DashPattern>();
        for (int i = 0; i < patterns.Length; i++)
        {
            builder.StrokePolyline([new(210, 20 + (i * 24)), new(390, 32 + (i * 24))],
                new Stroke(Ink, 1 + (i % 2), patterns[i]));
            PixelPoint[] wave =
                [.. Enumerable.Range(0, 60).Select(k =>
                new PixelPoint(210 + (k * 3), 160 + (i * 20) + ((k * k % 37) / 4.0)))];
            builder.StrokePolyline(wave, new Stroke(Blue, 2, patterns[i]));
        }

        GoldenPicture.Check("Strokes", "widths-and-dashes", builder.Build());
    }
}
