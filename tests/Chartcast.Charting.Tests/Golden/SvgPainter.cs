using Chartcast.Drawing.Png;
using Chartcast.Drawing.Scenes;
using Chartcast.Drawing.Svg;
using Chartcast.Drawing.Tests;

namespace Chartcast.Charting.Tests.Golden;

/// <summary>Paints SVG with librsvg, which shares nothing with our own painter.</summary>
internal sealed class SvgPainter : IDisposable
{
    public const string Tool = "rsvg-convert";

    private readonly string _folder = Directory.CreateTempSubdirectory("chartcast").FullName;

    public static byte[] Svg(Scene scene) => SvgWriter.Write(scene, "chart", "");

    /// <summary>Our own picture.</summary>
    public static Picture Ours(Scene scene) => PngFile.Read(PngEncoder.Encode(scene));

    /// <summary>Paints a file; one process each, as the tool takes several files for documents alone.</summary>
    public Picture Paint(byte[] svg)
    {
        string name = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(name + ".svg", svg);
        (int exitCode, string output) = ExternalTool.Run(Tool, "-o", name + ".png", name + ".svg");
        Assert.True(exitCode == 0, output);
        return PngFile.Read(File.ReadAllBytes(name + ".png"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
