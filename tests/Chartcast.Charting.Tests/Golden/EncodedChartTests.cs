using Chartcast.Charting.Specs;
using Chartcast.Drawing.Jpeg;
using Chartcast.Drawing.Png;
using Chartcast.Drawing.Scenes;
using Chartcast.Drawing.Tests;
using Chartcast.Drawing.Webp;

namespace Chartcast.Charting.Tests.Golden;

/// <summary>Real charts as JPEG and WebP, in the eyes of other decoders.</summary>
public sealed class EncodedChartTests
{
    /// <summary>Thin lines and letters are what JPEG does worst; below this the loss can be seen.</summary>
    private const double LeastDecibels = 32;

    public static TheoryData<string> Charts() =>
    [
        .. ChartStyles.Names.Select(style => $"styles/{style}-light"),
        "styles/candlestick-dark", "styles/candlestick-colorblind", "density/area-5000", "density/candlestick-5000",
        "studies/many-dark", "studies/ichimoku-cloud", "studies/volume-profile-visible-range", "drawings/plan-dark",
        "drawings/plan-ratio-2", "compare/percent-dark", "sessions/light", "appearance/own-colours", "sizes/100x100",
        "sheets/3-in-3-dark",
    ];

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Webp_HoldsEveryPixel(string name)
    {
        ExternalTool.Require("dwebp");
        Scene scene = await SceneOfAsync(name);
        PpmFile decoded = PpmFile.Read(
            PpmFile.Convert(WebpEncoder.Encode(scene), "dwebp", "-quiet", "-ppm", "{in}", "-o", "{out}"));
        Picture ours = PngFile.Read(PngEncoder.Encode(scene));
        Assert.Equal((ours.Width, ours.Height), (decoded.Width, decoded.Height));
        Assert.True(Rgb(ours).AsSpan().SequenceEqual(decoded.Rgb), "pixels differ");
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Jpeg_LosesLittle(string name)
    {
        ExternalTool.Require("djpeg");
        Scene scene = await SceneOfAsync(name);
        PpmFile decoded = PpmFile.Read(PpmFile.Convert(
            JpegEncoder.Encode(scene), "djpeg", "-dct", "int", "-ppm", "-outfile", "{out}", "{in}"));
        Picture ours = PngFile.Read(PngEncoder.Encode(scene));
        Assert.Equal((ours.Width, ours.Height), (decoded.Width, decoded.Height));
        Assert.InRange(Decibels(Rgb(ours), decoded.Rgb), LeastDecibels, double.PositiveInfinity);
    }

    private static double Decibels(byte[] left, byte[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++) sum += Math.Pow(left[i] - right[i], 2);
        return 10 * Math.Log10(255.0 * 255.0 * left.Length / sum);
    }

    private static byte[] Rgb(Picture picture) => [.. picture.Pixels.Where((_, i) => i % 4 < 3)];

    private static async Task<Scene> SceneOfAsync(string name) =>
        (await GoldenScenes.AllAsync()).Single(one => one.ToString() == name).Compose();
}
