using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Specs;

/// <summary>The style keys of a volume profile, with Chart-IMG's names and defaults.</summary>
internal static class ProfileKeys
{
    /// <summary>Rows outside the value area.</summary>
    public const string OutsideRows = "graphics.hhists.histBars2";

    /// <summary>Rows of the value area.</summary>
    public const string ValueAreaRows = "graphics.hhists.histBarsVA";

    /// <summary>The line at the row of most volume.</summary>
    public const string ControlLine = "graphics.horizlines.pocLines";

    public const string RightToLeft = "right_to_left";
    public const double MostPercent = 10_000;
    private const double UsualPercent = 30, OutsideOpacity = 0.3, ValueAreaOpacity = 0.7, ControlWidthPx = 2;

    /// <summary>To which side rows may grow.</summary>
    public static readonly string[] Directions = ["left_to_right", RightToLeft];

    private static readonly Rgba Up = new(21, 146, 230), Down = new(251, 193, 35), Control = new(255, 0, 0);

    /// <summary>Every key.</summary>
    public static IEnumerable<StyleKey> All { get; } =
    [
        .. Rows(OutsideRows, OutsideOpacity),
        .. Rows(ValueAreaRows, ValueAreaOpacity),
        new($"{ControlLine}.visible", StyleKind.Switch, new(Switch: true)),
        new($"{ControlLine}.style", StyleKind.LineStyle, new(Number: 0)),
        new($"{ControlLine}.width", StyleKind.LineWidth, new(Number: ControlWidthPx)),
        new($"{ControlLine}.color", StyleKind.Color, new(Color: Control)),
    ];

    private static IEnumerable<StyleKey> Rows(string owner, double opacity) =>
    [
        new($"{owner}.direction", StyleKind.Direction, new(Word: RightToLeft)),
        new($"{owner}.percentWidth", StyleKind.PercentWidth, new(Number: UsualPercent)),
        new($"{owner}.colors.0", StyleKind.Color, new(Color: Up.WithOpacity(opacity))),
        new($"{owner}.colors.1", StyleKind.Color, new(Color: Down.WithOpacity(opacity))),
    ];
}
