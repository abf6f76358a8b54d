using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Themes;

/// <summary>The built-in themes, two after the colours TradingView's charts have, one for eyes that do not tell
/// red from green.</summary>
internal static class BuiltInThemes
{
    private static readonly Rgba Blue = new(0x29, 0x62, 0xFF);
    private static readonly Rgba Teal = new(0x08, 0x99, 0x81);
    private static readonly Rgba Red = new(0xF2, 0x36, 0x45);

    private static readonly ChartTheme Light = new()
    {
        Name = "light",
        Background = new Rgba(0xFF, 0xFF, 0xFF),
        Text = new Rgba(0x13, 0x17, 0x22),
        AxisText = new Rgba(0x13, 0x17, 0x22),
        FaintText = new Rgba(0x5D, 0x60, 0x6B),
        Grid = new Rgba(0xF0, 0xF3, 0xFA),
        AxisBorder = new Rgba(0xE0, 0xE3, 0xEB),
        Separator = new Rgba(0xE0, 0xE3, 0xEB),
        Up = Teal,
        Down = Red,
        VolumeUp = Teal.WithOpacity(0.5),
        VolumeDown = Red.WithOpacity(0.5),
        Line = Blue,
        BaseLevel = new Rgba(0x75, 0x86, 0x96),
        AreaTop = Blue.WithOpacity(0.3),
        AreaBottom = Blue.WithOpacity(0),
        Watermark = new Rgba(0x13, 0x17, 0x22).WithOpacity(0.07),
        SampleBox = new Rgba(0xFF, 0xF3, 0xD6),
        SampleText = new Rgba(0x8A, 0x4B, 0x00),
    };

    private static readonly ChartTheme Dark = new()
    {
        Name = "dark",
        Background = new Rgba(0x13, 0x17, 0x22),
        Text = new Rgba(0xD1, 0xD4, 0xDC),
        AxisText = new Rgba(0xB2, 0xB5, 0xBE),
        FaintText = new Rgba(0x86, 0x89, 0x93),
        Grid = new Rgba(0x1E, 0x22, 0x2D),
        AxisBorder = new Rgba(0x2A, 0x2E, 0x39),
        Separator = new Rgba(0x36, 0x3A, 0x45),
        Up = Teal,
        Down = Red,
        VolumeUp = Teal.WithOpacity(0.5),
        VolumeDown = Red.WithOpacity(0.5),
        Line = Blue,
        BaseLevel = new Rgba(0x75, 0x86, 0x96),
        AreaTop = Blue.WithOpacity(0.3),
        AreaBottom = Blue.WithOpacity(0),
        Watermark = new Rgba(0xD1, 0xD4, 0xDC).WithOpacity(0.08),
        SampleBox = new Rgba(0x3D, 0x2E, 0x12),
        SampleText = new Rgba(0xFF, 0xB7, 0x4D),
    };

    // Blue and vermilion of M. Okabe and K. Ito, "Color Universal Design", 2008.
    private static readonly Rgba SafeBlue = new(0x00, 0x72, 0xB2);
    private static readonly Rgba SafeVermilion = new(0xD5, 0x5E, 0x00);

    private static readonly ChartTheme ColorBlind = Light with
    {
        Name = "colorblind",
        IsForColorBlind = true,
        Up = SafeBlue,
        Down = SafeVermilion,
        VolumeUp = SafeBlue.WithOpacity(0.5),
        VolumeDown = SafeVermilion.WithOpacity(0.5),
        Line = SafeBlue,
        AreaTop = SafeBlue.WithOpacity(0.3),
        AreaBottom = SafeBlue.WithOpacity(0),
    };

    /// <summary>The theme of a name, or null; case matters.</summary>
    internal static ChartTheme? Find(string name) => name switch
    {
        "light" => Light,
        "dark" => Dark,
        "colorblind" => ColorBlind,
        _ => null,
    };
}
