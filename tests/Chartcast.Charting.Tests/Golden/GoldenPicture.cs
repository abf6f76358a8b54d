using System.Runtime.CompilerServices;
using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Drawing.Png;
using Chartcast.Drawing.Scenes;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Golden;

/// <summary>Compares charts with pictures kept under <c>Pictures</c>, pixel for pixel.</summary>
/// <remarks>To renew them on purpose, run the tests with <c>CHARTCAST_RENEW_PICTURES=1</c> and look at every one that
/// changed.
/// A difference writes <c>case.actual.png</c> and <c>case.difference.png</c> beside the test's program.</remarks>
internal static class GoldenPicture
{
    private const string RenewVariable = "CHARTCAST_RENEW_PICTURES";

    [ThreadStatic]
    private static List<GoldenScene>? _collected;

    /// <summary>The folder of the kept pictures.</summary>
    public static string Root => Path.Combine(Here(), "..", "Pictures");

    public static void Verify(string feature, string name, ChartSpec spec, BarSeries bars) =>
        Verify(feature, name, () => ChartComposer.Compose(spec, bars).Scene);

    public static void Verify(string feature, string name, Scene scene) => Verify(feature, name, () => scene);

    /// <summary>What a test would verify, without verifying it.</summary>
    public static IReadOnlyList<GoldenScene> Collect(Action test)
    {
        var collected = new List<GoldenScene>();
        _collected = collected;
        try
        {
            test();
        }
        finally
        {
            _collected = null;
        }

        return collected;
    }

    private static void Verify(string feature, string name, Func<Scene> compose)
    {
        if (_collected is { } collected)
        {
            collected.Add(new GoldenScene(feature, name, compose));
            return;
        }

        byte[] png = PngEncoder.Encode(compose());
        string kept = Path.Combine(Root, feature, name + ".png");
        if (Environment.GetEnvironmentVariable(RenewVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            if (!File.Exists(kept) || !Same(PngFile.Read(File.ReadAllBytes(kept)), PngFile.Read(png)))
                File.WriteAllBytes(kept, png);
            return;
        }

        Assert.True(File.Exists(kept), $"There is no {feature}/{name}.png; make it with {RenewVariable}=1.");
        Picture expected = PngFile.Read(File.ReadAllBytes(kept));
        Picture actual = PngFile.Read(png);
        if (Same(expected, actual)) return;
        string output = Path.Combine(AppContext.BaseDirectory, "Pictures", feature);
        Directory.CreateDirectory(output);
        File.WriteAllBytes(Path.Combine(output, name + ".actual.png"), png);
        (Picture difference, int count) = Difference(expected, actual);
        PngFile.Write(Path.Combine(output, name + ".difference.png"), difference);
        Assert.Fail($"{feature}/{name}.png differs in {count} pixels; see {output}.");
    }

    private static bool Same(Picture left, Picture right) =>
        left.Width == right.Width && left.Height == right.Height && left.Pixels.AsSpan().SequenceEqual(right.Pixels);

    /// <summary>The expected picture, faint, with every other pixel in red.</summary>
    private static (Picture Picture, int Count) Difference(Picture expected, Picture actual)
    {
        int width = Math.Max(expected.Width, actual.Width), height = Math.Max(expected.Height, actual.Height);
        byte[] pixels = new byte[4 * width * height];
        int count = 0;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                bool isInBoth = x < expected.Width && x < actual.Width && y < expected.Height && y < actual.Height;
                bool isSame = isInBoth && expected[x, y] == actual[x, y];
                byte grey = isSame ? (byte)(192 + expected[x, y].G / 4) : (byte)0;
                if (!isSame) count++;
                Span<byte> pixel = pixels.AsSpan(4 * (y * width + x), 4);
                pixel[0] = isSame ? grey : (byte)255;
                pixel[1] = pixel[2] = grey;
                pixel[3] = 255;
            }
        }

        return (new Picture(width, height, pixels), count);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
