using Chartcast.Charting.Specs;

namespace Chartcast.Generation.Requests;

/// <summary>Names of <c>generate_chart</c>'s arguments and the words they take: one list for the reader and the
/// schema.</summary>
internal static class ChartArguments
{
    public const string Symbol = "symbol";
    public const string Interval = "interval";
    public const string ChartType = "chartType";
    public const string Mini = "mini";
    public const string Width = "width";
    public const string Height = "height";
    public const string PixelRatio = "pixelRatio";
    public const string Theme = "theme";
    public const string Scale = "scale";
    public const string Session = "session";
    public const string TimeZone = "timezone";
    public const string Range = "range";
    public const string Bars = "bars";
    public const string ShowVolume = "showVolume";
    public const string ShowGrid = "showGrid";
    public const string Indicators = "indicators";
    public const string Drawings = "drawings";
    public const string Compare = "compare";
    public const string Override = "override";
    public const string Watermark = "watermark";
    public const string Colors = "colors";
    public const string ShiftLeft = "shiftLeft";
    public const string ShiftRight = "shiftRight";
    public const string Format = "format";
    public const string Provider = "provider";
    public const string AllowClamp = "allowClamp";
    public const string Layout = "layout";
    public const string Store = "store";
    public const string Delivery = "delivery";
    public const string MaxBytes = "maxBytes";
    public const string MaxEdgePx = "maxEdgePx";
    public const string Wait = "wait";
    public const string DryRun = "dryRun";

    public const int MaximumBars = 20_000;
    public const int MaximumPixelRatio = 4;

    /// <summary>Every name, in the order the schema shows them.</summary>
    public static readonly string[] All =
    [
        Symbol, Interval, ChartType, Mini, Width, Height, PixelRatio, Theme, Scale, Session, TimeZone, Range,
        Bars, ShiftLeft, ShiftRight, ShowVolume, ShowGrid, Indicators, Drawings, Compare, Override, Watermark, Colors,
        Format, Provider, AllowClamp, Layout, Store, Delivery, MaxBytes, MaxEdgePx, Wait, DryRun,
    ];

    public static readonly string[] Themes = [.. ChartThemes.Names];
    public static readonly string[] Sessions = ["regular", "extended"];
    public static readonly string[] Formats = ["png", "svg", "jpeg", "webp"];
    public static readonly string[] Providers = ["auto", "chart-img", "local"];

    /// <summary>In the order of <see cref="DeliveryMode"/>.</summary>
    public static readonly string[] Deliveries = ["both", "inline", "link", "none"];
}
