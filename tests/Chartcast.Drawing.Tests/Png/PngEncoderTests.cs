using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Png;
using Chartcast.Drawing.Raster;
using Chartcast.Drawing.Scenes;
using Chartcast.Drawing.Tests.Raster;
using Chartcast.Drawing.Tests.Scenes;

namespace Chartcast.Drawing.Tests.Png;

public sealed class PngEncoderTests
{
    private static readonly Rgba White = new(255, 255, 255);

    public static TheoryData<int, int> Sizes => new()
    {
        { 1, 1 }, { 2, 1 }, { 1, 7 }, { 3, 3 }, { 17, 5 }, { 800, 600 }, { 641, 359 }, { 16_384, 3 }, { 3, 16_384 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Encode_DecodesToThePixmap_AtAnySize(int widthPx, int heightPx)
    {
        bool isSmall = widthPx < 200 || heightPx < 200;
        Scene scene = isSmall ? Small(widthPx, heightPx, gradient: false) : SampleScenes.Chart(widthPx, heightPx);
        AssertSame(scene);
        AssertSame(Small(widthPx, heightPx, gradient: true));
    }

    [Fact]
    public void Encode_DecodesToThePixmap_WhenPixelsAreNoise()
    {
        var random = new Random(5);
        foreach (int colors in new[] { 2, 3, 16, 256, 2_000 })
        {
            var builder = new SceneBuilder(180, 120, White);
            for (int i = 0; i < 180 * 120; i++)
            {
                int pick = random.Next(colors);
                builder.FillRect(new PixelRect(i % 180, i / 180, 1, 1),
                    new Rgba((byte)pick, (byte)(pick >> 3), (byte)(pick * 31)));
            }

            AssertSame(builder.Build());
        }
    }

    [Fact]
    public void Encode_DecodesToThePixmap_WhateverTheSceneHolds()
    {
        var random = new Random(20_262);
        for (int i = 0; i < Rounds.Of(300, 30_000); i++) AssertSame(EncoderScenes.Random(random));
    }

    [Fact]
    public void Encode_PassesPngcheck_WhateverTheSceneHolds()
    {
        ExternalTool.Require("pngcheck");
        string folder = Directory.CreateTempSubdirectory("chartcast").FullName;
        try
        {
            var random = new Random(20_263);
            string[] paths = [.. Enumerable.Range(0, Rounds.Of(200, 2_000)).Select(i => Path.Combine(folder, $"{i}.png"))];
            foreach (string path in paths) File.WriteAllBytes(path, PngEncoder.Encode(EncoderScenes.Random(random)));
            (int exitCode, string output) = ExternalTool.Run("pngcheck", ["-q", .. paths]);
            Assert.True(exitCode == 0 && output.Length == 0, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Encode_PaintsLargePicturesInBands_AsSmallOnes()
    {
        // More than a band of four million pixels, so shapes cross from one to the next.
        Scene scene = Tall(2_100);
        AssertSame(scene);
        Pixmap tall = Pixmap.Paint(scene);
        Pixmap low = Pixmap.Paint(Tall(1_900));
        for (int y = 0; y < 1_900; y += 7)
        {
            for (int x = 0; x < 2_048; x += 5) Assert.Equal(low[x, y], tall[x, y]);
        }
    }

    [Fact]
    public void Encode_IsSmallAndFlat_OnAChart()
    {
        byte[] file = PngEncoder.Encode(SampleScenes.Chart(800, 600));
        Assert.InRange(file.Length, 10_000, 40_000);
        Assert.Equal(3, file[25]);
    }

    [Fact]
    public void Encode_AllocatesLittleMoreThanTheFile_WhenWarm()
    {
        Scene scene = SampleScenes.Chart(800, 600);
        // Tests beside this one take warm buffers, too: the best of some encodings is the warm one.
        long least = long.MaxValue;
        for (int i = 0; i < 50; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            int length = PngEncoder.Encode(scene).Length;
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before - length);
        }

        Assert.InRange(least, 0, 4_096);
    }

    [Fact]
    public void Encode_PassesPngcheck()
    {
        ExternalTool.Require("pngcheck");
        string folder = Directory.CreateTempSubdirectory("chartcast").FullName;
        try
        {
            Scene[] scenes =
                [SampleScenes.Chart(800, 600), Small(90, 70, gradient: true), Small(1, 1, gradient: false)];
            foreach (Scene scene in scenes)
            {
                string path = Path.Combine(folder, "picture.png");
                File.WriteAllBytes(path, PngEncoder.Encode(scene));
                (int exitCode, string output) = ExternalTool.Run("pngcheck", "-v", path);
                Assert.True(exitCode == 0 && output.Contains("No errors detected", StringComparison.Ordinal), output);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void AssertSame(Scene scene)
    {
        Pixmap painted = Pixmap.Paint(scene), decoded = PngReader.Read(PngEncoder.Encode(scene));
        Assert.Equal(painted.Palette.Length, decoded.Palette.Length);
        Assert.Equal(0, PictureDifference.Largest(painted, decoded));
    }

    private static Scene Small(int widthPx, int heightPx, bool gradient)
    {
        var builder = new SceneBuilder(widthPx, heightPx, White);
        builder.FillRect(new PixelRect(0, 0, (widthPx / 2) + 1, (heightPx / 3) + 1), new Rgba(10, 80, 200, 130));
        Fill fill = gradient
            ? Fill.Vertical(new Rgba(200, 0, 0, 90), 0, new Rgba(0, 90, 0), heightPx)
            : Fill.Solid(new Rgba(200, 0, 0, 90));
        builder.FillPolygon([new(0, 0), new(widthPx, heightPx / 2.0), new(widthPx / 3.0, heightPx)], fill);
        builder.StrokePolyline([new(0, heightPx), new(widthPx, 0)], new Stroke(new Rgba(0, 0, 0), 1.5));
        return builder.Build();
    }

    private static Scene Tall(int heightPx)
    {
        var builder = new SceneBuilder(2_048, heightPx, White);
        builder.StrokePolyline([new(0, 0), new(2_000, 3_000)], new Stroke(new Rgba(200, 0, 0), 40));
        builder.FillRect(new PixelRect(900, 100, 30, 3_000), new Rgba(0, 0, 200, 128));
        builder.StrokePolyline([new(1_000, 0), new(1_000.5, 3_000)],
            new Stroke(new Rgba(0, 0, 0), 9, DashPattern.Dashed));
        return builder.Build();
    }
}
