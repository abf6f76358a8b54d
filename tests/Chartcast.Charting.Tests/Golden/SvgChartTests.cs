using System.Text;
using Chartcast.Drawing.Scenes;
using Chartcast.Drawing.Tests;

namespace Chartcast.Charting.Tests.Golden;

/// <summary>Every chart of which a picture is kept, as SVG, in the eyes of another painter.</summary>
public sealed class SvgChartTests
{
    // Tolerance: letters on quarter pixels soften differently, and so do lines through several bars a pixel. What it
    // lets through is small or faint, see Distance_TellsWhenAnElementIsMissing.
    private const int FarthestPixel = 70, LongestRun = 48;

    /// <summary>Of the elements of a file that can be seen at all.</summary>
    private const double LeastShareMissed = 0.9;

    public static TheoryData<string> Features() =>
        [.. Directory.GetDirectories(GoldenPicture.Root).Select(folder => Path.GetFileName(folder)!).Order()];

    [Fact]
    public async Task Collection_HoldsEveryKeptPicture()
    {
        string[] kept =
        [
            .. Directory.GetFiles(GoldenPicture.Root, "*.png", SearchOption.AllDirectories).Select(file =>
                $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileNameWithoutExtension(file)}"),
        ];

        Assert.Equal(kept.Order(), (await GoldenScenes.AllAsync()).Select(chart => chart.ToString()).Order());
    }

    [Theory]
    [MemberData(nameof(Features))]
    public async Task Svg_LooksLikeOurPicture(string feature)
    {
        ExternalTool.Require(SvgPainter.Tool);
        using var painter = new SvgPainter();
        var far = new List<string>();
        foreach (GoldenScene one in (await GoldenScenes.AllAsync()).Where(chart => chart.Feature == feature))
        {
            Scene scene = one.Compose();
            PictureDistance distance = PictureDistance.Between(
                SvgPainter.Ours(scene), painter.Paint(SvgPainter.Svg(scene)));
            if (!IsSame(distance)) far.Add($"{one}: {distance}");
        }

        Assert.Empty(far);
    }

    [Theory]
    [InlineData("drawings", "plan-light")]
    [InlineData("styles", "area-light")]
    public async Task Distance_TellsWhenAnElementIsMissing(string feature, string name)
    {
        ExternalTool.Require(SvgPainter.Tool);
        using var painter = new SvgPainter();
        GoldenScene one = (await GoldenScenes.AllAsync()).Single(
            chart => chart.Feature == feature && chart.Name == name);
        Scene scene = one.Compose();
        Picture ours = SvgPainter.Ours(scene);
        byte[] svg = SvgPainter.Svg(scene);
        Picture whole = painter.Paint(svg);
        int visible = 0, missed = 0;
        foreach (byte[] others in WithoutOne(svg))
        {
            Picture painted = painter.Paint(others);
            // What something else covers cannot be missed.
            if (painted.Pixels.AsSpan().SequenceEqual(whole.Pixels)) continue;
            visible++;
            if (!IsSame(PictureDistance.Between(ours, painted))) missed++;
        }

        Assert.True(IsSame(PictureDistance.Between(ours, whole)));
        Assert.InRange(missed, LeastShareMissed * visible, visible);
        Assert.True(visible > 50, $"only {visible} elements");
    }

    private static bool IsSame(PictureDistance distance) =>
        distance.Worst <= FarthestPixel && distance.LongestRun <= LongestRun;

    /// <summary>The file without one drawn element, for each of them; every one has a line of its own.</summary>
    private static IEnumerable<byte[]> WithoutOne(byte[] svg)
    {
        string[] lines = Encoding.UTF8.GetString(svg).Split('\n');
        for (int i = Array.IndexOf(lines, "</defs>") + 1; i < lines.Length; i++)
        {
            bool isShape = lines[i].EndsWith("/>", StringComparison.Ordinal);
            if (!isShape && !lines[i].Contains("<use", StringComparison.Ordinal)) continue;
            yield return Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((_, line) => line != i)));
        }
    }
}
