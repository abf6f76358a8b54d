using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Series;
using Chartcast.Charting.Themes;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Tests.Themes;

/// <summary>Looks at the colours as eyes with one kind of cone missing do.</summary>
/// <remarks>Simulation: G. Machado, M. Oliveira, L. Fernandes, "A Physiologically-based Model for Simulation of Color
/// Vision Deficiency", 2009, severity 1.0, on linear RGB. Differences are Euclidean in CIE L*a*b* (D65).</remarks>
public sealed class ColorBlindThemeTests
{
    private static readonly double[][] Protanopia =
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ];

    private static readonly double[][] Deuteranopia =
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ];

    public static TheoryData<string, bool> Eyes() => new()
    {
        { "protanopia", true }, { "deuteranopia", true }, { "protanopia", false }, { "deuteranopia", false },
    };

    [Theory]
    [MemberData(nameof(Eyes))]
    public void RisingAndFalling_StayFarApart(string eye, bool ofVolume)
    {
        ChartTheme theme = BuiltInThemes.Find("colorblind")!;
        Rgba up = ofVolume ? Over(theme.VolumeUp, theme.Background) : theme.Up;
        Rgba down = ofVolume ? Over(theme.VolumeDown, theme.Background) : theme.Down;

        // A difference of 2.3 is just seen side by side; 40 is told apart at a glance.
        Assert.InRange(Difference(See(up, eye), See(down, eye)), 40, 300);
    }

    [Theory]
    [InlineData("macd")]
    [InlineData("ao")]
    [InlineData("supertrend")]
    [InlineData("bull_bear_power")]
    public void StudiesThatTellRisingFromFalling_StayFarApart(string name)
    {
        StudySpec spec = TestSpecs.Study(name);
        Study study = Study.Compute(spec, TestSeries.Daily(60), 0);
        int plot = spec.Listing.Outputs.ToList().FindIndex(static output => output.Colors.Count > 1);
        Rgba[] colors = study.PlotStyles[plot].Colors;
        SafeColors.Apply(colors, BuiltInThemes.Find("colorblind")!);
        Rgba[] blue = [.. colors.Where(static color => color.B > color.R)];
        Rgba[] orange = [.. colors.Where(static color => color.R > color.B)];

        Assert.Equal(colors.Length, blue.Length + orange.Length);
        foreach (string eye in new[] { "protanopia", "deuteranopia" })
            Assert.InRange(Difference(See(blue[0], eye), See(orange[0], eye)), 20, 300);
    }

    [Fact]
    public void GreenWithoutRed_Stays()
    {
        Rgba[] lone = [new(0x08, 0x99, 0x81), new(0x29, 0x62, 0xFF)];
        Rgba[] kept = [.. lone];
        SafeColors.Apply(lone, BuiltInThemes.Find("colorblind")!);

        Assert.Equal(kept, lone);
    }

    [Fact]
    public void UsualThemes_DoNotStayThatFarApart_WhichIsWhyThereIsAnother()
    {
        ChartTheme light = BuiltInThemes.Find("light")!;
        double least = new[] { "protanopia", "deuteranopia" }.Min(eye => Difference(See(light.Up, eye), See(light.Down, eye)));

        Assert.InRange(least, 0, 60);
    }

    [Theory]
    [InlineData("protanopia")]
    [InlineData("deuteranopia")]
    public void Colours_StandOutFromTheBackground(string eye)
    {
        ChartTheme theme = BuiltInThemes.Find("colorblind")!;
        foreach (Rgba color in new[] { theme.Up, theme.Down, theme.Line })
        {
            double contrast = Contrast(See(color, eye), See(theme.Background, eye));
            Assert.InRange(contrast, 3, 21);
        }
    }

    [Fact]
    public void EveryNamedTheme_Exists() =>
        Assert.All(ChartThemes.Names, name => Assert.Equal(name, BuiltInThemes.Find(name)!.Name));

    private static Rgba Over(Rgba color, Rgba background)
    {
        byte Mix(byte front, byte back) => (byte)((front * color.A + back * (255 - color.A)) / 255);
        return new Rgba(Mix(color.R, background.R), Mix(color.G, background.G), Mix(color.B, background.B));
    }

    /// <summary>Linear red, green and blue as an eye sees them.</summary>
    private static double[] See(Rgba color, string eye)
    {
        double[] linear = [Linear(color.R), Linear(color.G), Linear(color.B)];
        double[][] matrix = eye == "protanopia" ? Protanopia : Deuteranopia;
        return [.. matrix.Select(row => Math.Clamp(row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2], 0, 1))];
    }

    private static double Linear(byte channel)
    {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static double Luminance(double[] linear) =>
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];

    private static double Contrast(double[] one, double[] other)
    {
        double light = Math.Max(Luminance(one), Luminance(other)), dark = Math.Min(Luminance(one), Luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Difference(double[] one, double[] other)
    {
        double[] left = Lab(one), right = Lab(other);
        return Math.Sqrt(left.Zip(right, (a, b) => (a - b) * (a - b)).Sum());
    }

    private static double[] Lab(double[] linear)
    {
        double x = F((0.4124 * linear[0] + 0.3576 * linear[1] + 0.1805 * linear[2]) / 0.9505);
        double y = F(Luminance(linear));
        double z = F((0.0193 * linear[0] + 0.1192 * linear[1] + 0.9505 * linear[2]) / 1.089);
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)];

        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : 7.787 * t + 16.0 / 116;
    }
}
