using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;
using Chartcast.Drawing.Tests.Svg;

namespace Chartcast.Drawing.Tests.Scenes;

/// <summary>Scenes that every encoder must carry: smallest and longest pictures, charts, gradients, noise.</summary>
internal static class EncoderScenes
{
    private static readonly Rgba White = new(255, 255, 255);

    public static TheoryData<string> Names =>
    [
        "1x1", "1x9", "9x1", "17x5", "4096x3", "3x4096", "chart", "chart gradient", "shapes", "two colours",
        "noise 16", "noise 256", "noise",
    ];

    public static Scene Of(string name) => name switch
    {
        "1x1" => Empty(1, 1),
        "1x9" => Few(1, 9),
        "9x1" => Few(9, 1),
        "17x5" => Few(17, 5),
        "4096x3" => Few(4_096, 3),
        "3x4096" => Few(3, 4_096),
        "chart" => SampleScenes.Chart(800, 600),
        "chart gradient" => GradientChart(),
        "shapes" => SvgWriterTests.Shapes(),
        "two colours" => Noise(2),
        "noise 16" => Noise(16),
        "noise 256" => Noise(256),
        _ => Noise(100_000),
    };

    /// <summary>Boxes, shapes, lines and texts anywhere, in any colour.</summary>
    public static Scene Random(Random random)
    {
        int width = 1 + random.Next(130), height = 1 + random.Next(90);
        var builder = new SceneBuilder(width, height, Color() with { A = 255 });
        for (int left = random.Next(30); left > 0; left--)
        {
            switch (random.Next(4))
            {
                case 0:
                    builder.FillRect(
                        new PixelRect(random.Next(-9, width), random.Next(-9, height), random.Next(60), random.Next(60)),
                        Color());
                    break;
                case 1:
                    Fill fill = random.Next(3) > 0
                        ? Fill.Solid(Color())
                        : Fill.Vertical(Color(), Point().Y, Color(), Point().Y);
                    builder.FillPolygon([Point(), Point(), Point(), Point()], fill);
                    break;
                case 2:
                    builder.StrokePolyline([Point(), Point(), Point()],
                        new Stroke(Color(), 0.1 + (random.NextDouble() * 9), (DashPattern)random.Next(5)));
                    break;
                default:
                    builder.DrawText("Ag8%", Point().X, Point().Y,
                        new TextStyle(FontFace.Regular, 3 + random.Next(90), Color()));
                    break;
            }
        }

        return builder.Build();

        PixelPoint Point() => new(random.Next(-40, width + 40), random.NextDouble() * height);

        Rgba Color() => new((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256),
            (byte)Math.Min(255, random.Next(400)));
    }

    private static Scene Empty(int widthPx, int heightPx) => new SceneBuilder(widthPx, heightPx, new(0, 7, 255)).Build();

    private static Scene Few(int widthPx, int heightPx)
    {
        var builder = new SceneBuilder(widthPx, heightPx, White);
        builder.FillRect(new PixelRect(widthPx / 3, 0, widthPx, heightPx / 2 + 1), new Rgba(200, 10, 40));
        builder.StrokePolyline([new(0, heightPx), new(widthPx, 0)], new Stroke(new Rgba(0, 60, 0), 1.5));
        return builder.Build();
    }

    private static Scene GradientChart()
    {
        var builder = new SceneBuilder(800, 600, White);
        builder.FillPolygon([new(0, 80), new(300, 40), new(799, 290), new(799, 599), new(0, 599)],
            Fill.Vertical(new Rgba(41, 98, 255, 140), 30, new Rgba(41, 98, 255, 0), 580));
        SampleScenes.DrawChart(builder, 800, 600);
        return builder.Build();
    }

    private static Scene Noise(int colors)
    {
        var random = new Random(5);
        var builder = new SceneBuilder(111, 93, White);
        for (int i = 0; i < 111 * 93; i++)
        {
            int pick = random.Next(colors) * 167;
            builder.FillRect(
                new PixelRect(i % 111, i / 111, 1, 1), new Rgba((byte)pick, (byte)(pick >> 8), (byte)(pick >> 16)));
        }

        return builder.Build();
    }
}
