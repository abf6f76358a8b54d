using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Png;
using Chartcast.Drawing.Raster;
using Chartcast.Drawing.Scenes;
using Chartcast.Drawing.Tests.Png;
using Chartcast.Drawing.Tests.Raster;

namespace Chartcast.Drawing.Tests.Pictures;

/// <summary>Compares scenes with pictures that were looked at once; every pixel must be equal.</summary>
/// <remarks>
/// <c>CHARTCAST_RENEW_PICTURES=1</c> writes the pictures anew, on purpose only. On failure the actual picture and the differing
/// pixels
/// stand under <c>TestResults/Pictures</c> beside the test binaries.
/// </remarks>
internal static class GoldenPicture
{
    public static void Check(string feature, string name, Scene scene)
    {
        string expected = Path.Combine(SourceFolder(), feature, name + ".png");
        byte[] actual = PngEncoder.Encode(scene);
        if (Environment.GetEnvironmentVariable("CHARTCAST_RENEW_PICTURES") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(expected)!);
            File.WriteAllBytes(expected, actual);
            return;
        }

        Assert.True(File.Exists(expected), $"{feature}/{name}.png is missing; look at the picture, then renew.");
        Pixmap wanted = PngReader.Read(File.ReadAllBytes(expected)), painted = PngReader.Read(actual);
        bool isSame = (wanted.WidthPx, wanted.HeightPx) == (painted.WidthPx, painted.HeightPx)
            && PictureDifference.Largest(wanted, painted) == 0;
        if (isSame) return;
        string folder = Path.Combine(AppContext.BaseDirectory, "TestResults", "Pictures", feature);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, name + ".actual.png"), actual);
        File.WriteAllBytes(Path.Combine(folder, name + ".difference.png"),
            PngEncoder.Encode(Difference(wanted, painted)));
        Assert.Fail($"{feature}/{name}.png differs; see {folder}.");
    }

    private static Scene Difference(Pixmap wanted, Pixmap painted)
    {
        var builder = new SceneBuilder(wanted.WidthPx, wanted.HeightPx, new Rgba(0, 0, 0));
        for (int y = 0; y < wanted.HeightPx; y++)
        {
            for (int x = 0; x < wanted.WidthPx; x++)
            {
                bool differs = x >= painted.WidthPx || y >= painted.HeightPx || wanted[x, y] != painted[x, y];
                if (differs) builder.FillRect(new PixelRect(x, y, 1, 1), new Rgba(255, 255, 0));
            }
        }

        return builder.Build();
    }

    private static string SourceFolder()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string pictures = Path.Combine(folder, "tests", "Chartcast.Drawing.Tests", "Pictures");
            if (Directory.Exists(pictures)) return pictures;
        }

        throw new DirectoryNotFoundException("tests/Chartcast.Drawing.Tests/Pictures is not above the test binaries.");
    }
}
