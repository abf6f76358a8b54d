using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Png;
using Chartcast.Drawing.Raster;
using Chartcast.Drawing.Scenes;
using Chartcast.Drawing.Tests.Raster;
using Chartcast.Drawing.Tests.Scenes;
using Chartcast.Drawing.Webp;

namespace Chartcast.Drawing.Tests.Webp;

public sealed class WebpEncoderTests
{
    [Theory]
    [MemberData(nameof(EncoderScenes.Names), MemberType = typeof(EncoderScenes))]
    public void Encode_DecodesToThePixmap_WithAnIndependentDecoder(string name) => AssertSame(EncoderScenes.Of(name));

    [Fact]
    public void Encode_DecodesToThePixmap_WhateverTheSceneHolds()
    {
        var random = new Random(20_261);
        for (int i = 0; i < Rounds.Of(150, 10_000); i++) AssertSame(EncoderScenes.Random(random));
    }

    [Fact]
    public void Encode_DecodesToThePixmap_AcrossBands()
    {
        AssertSame(SampleScenes.Chart(4_096, 1_100));
        var builder = new SceneBuilder(4_096, 1_100, new(255, 255, 255));
        builder.FillPolygon([new(0, 0), new(4_000, 400), new(900, 1_100)],
            Fill.Vertical(new(255, 0, 0), 0, new(0, 0, 255), 1_100));
        AssertSame(builder.Build());
    }

    [Fact]
    public void Encode_IsOpaque()
    {
        ExternalTool.Require("dwebp");
        // Red, green, blue and alpha of every pixel end the file.
        byte[] decoded = PpmFile.Convert(
            WebpEncoder.Encode(SampleScenes.Chart(80, 60)), "dwebp", "-quiet", "-pam", "{in}", "-o", "{out}");
        byte[] pixels = decoded[^(80 * 60 * 4)..];
        for (int i = 3; i < pixels.Length; i += 4) Assert.Equal(byte.MaxValue, pixels[i]);
    }

    [Theory]
    [InlineData("chart")]
    [InlineData("chart gradient")]
    public void Encode_TakesAboutAsMuchAsThePng(string name)
    {
        Scene scene = EncoderScenes.Of(name);
        Assert.InRange(WebpEncoder.Encode(scene).Length, 1_000, PngEncoder.Encode(scene).Length * 9 / 8);
    }

    [Fact]
    public void Encode_GivesTheSameBytes_OnEveryThread()
    {
        Scene[] scenes = [SampleScenes.Chart(300, 200), EncoderScenes.Of("shapes")];
        byte[][] first = [.. scenes.Select(WebpEncoder.Encode)];
        Parallel.For(0, 16, i => Assert.Equal(first[i % 2], WebpEncoder.Encode(scenes[i % 2])));
    }

    private static void AssertSame(Scene scene)
    {
        ExternalTool.Require("dwebp");
        Pixmap decoded = PpmReader.Decode(WebpEncoder.Encode(scene), "dwebp", "-quiet", "-ppm", "{in}", "-o", "{out}");
        Assert.Equal(0, PictureDifference.Largest(Pixmap.Paint(scene), decoded));
    }
}
