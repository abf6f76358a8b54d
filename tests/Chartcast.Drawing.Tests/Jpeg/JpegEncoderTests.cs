using Chartcast.Drawing.Jpeg;
using Chartcast.Drawing.Raster;
using Chartcast.Drawing.Scenes;
using Chartcast.Drawing.Tests.Raster;
using Chartcast.Drawing.Tests.Scenes;

namespace Chartcast.Drawing.Tests.Jpeg;

public sealed class JpegEncoderTests
{
    // What 8-bit brightness and colour differences can hold of arbitrary colours at the finest steps.
    private const double FinestDecibels = 43;

    [Theory]
    [MemberData(nameof(EncoderScenes.Names), MemberType = typeof(EncoderScenes))]
    public void Encode_DecodesToThePixmap_WithAnIndependentDecoder(string name)
    {
        Scene scene = EncoderScenes.Of(name);
        Assert.InRange(Decibels(scene, JpegEncoder.MaximumQuality), FinestDecibels, double.PositiveInfinity);
    }

    [Fact]
    public void Encode_DecodesToThePixmap_WhateverTheSceneHolds()
    {
        var random = new Random(9);
        for (int i = 0; i < Rounds.Of(150, 10_000); i++)
        {
            Scene scene = EncoderScenes.Random(random);
            Assert.InRange(Decibels(scene, JpegEncoder.MaximumQuality), FinestDecibels, double.PositiveInfinity);
        }
    }

    [Theory]
    [InlineData("chart")]
    [InlineData("chart gradient")]
    [InlineData("shapes")]
    public void Encode_LosesLittleOfAChart_AtTheUsualQuality(string name) => Assert.InRange(
        Decibels(EncoderScenes.Of(name), JpegEncoder.DefaultQuality), 33, double.PositiveInfinity);

    [Fact]
    public void Encode_GrowsWithQuality()
    {
        Scene scene = SampleScenes.Chart(400, 300);
        int[] lengths = [.. new[] { 1, 10, 30, 50, 75, 90, 100 }.Select(q => JpegEncoder.Encode(scene, q).Length)];
        Assert.Equal(lengths.Order(), lengths);
        double[] decibels = [.. new[] { 1, 50, 90, 100 }.Select(quality => Decibels(scene, quality))];
        Assert.Equal(decibels.Order(), decibels);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void Encode_RefusesQualitiesThatAreNone(int quality) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => JpegEncoder.Encode(SampleScenes.Chart(8, 8), quality));

    [Fact]
    public void Encode_GivesTheSameBytes_OnEveryThread()
    {
        Scene[] scenes = [SampleScenes.Chart(300, 200), EncoderScenes.Of("shapes")];
        byte[][] first = [.. scenes.Select(scene => JpegEncoder.Encode(scene))];
        Parallel.For(0, 16, i => Assert.Equal(first[i % 2], JpegEncoder.Encode(scenes[i % 2])));
    }

    private static double Decibels(Scene scene, int quality)
    {
        ExternalTool.Require("djpeg");
        // The decoder's slow, exact transform; "fancy" smoothing does not matter at full colour resolution.
        Pixmap decoded = PpmReader.Decode(
            JpegEncoder.Encode(scene, quality), "djpeg", "-dct", "int", "-ppm", "-outfile", "{out}", "{in}");
        return PictureDifference.PeakSignalToNoise(Pixmap.Paint(scene), decoded);
    }
}
