using static Chartcast.Charting.Specs.Drawings.KeyForms;

namespace Chartcast.Charting.Specs.Drawings;

/// <summary>Lines: order, trend, horizontal, vertical, and the lines of a retracement.</summary>
internal static class LineListings
{
    private const string Blue = "rgb(41,98,255)";
    private const string OrderBlue = "rgb(0,113,224)";

    private static readonly (double Coeff, string Color)[] FibLevels =
    [
        (0, "rgb(120,123,134)"), (0.236, "rgb(242,54,69)"), (0.382, "rgb(129,199,132)"), (0.5, "rgb(76,175,80)"),
        (0.618, "rgb(8,153,129)"), (0.786, "rgb(100,181,246)"), (1, "rgb(120,123,134)"), (1.618, "rgb(41,98,255)"),
        (2.618, "rgb(242,54,69)"), (3.618, "rgb(156,39,176)"), (4.236, "rgb(233,30,99)"),
    ];

    /// <summary>How many levels a retracement has.</summary>
    public static int FibLevelCount => FibLevels.Length;

    public static DrawingListing[] Create() => [OrderLine(), TrendLine(), HorizontalLine(), VerticalLine(), Fib()];

    private static DrawingListing OrderLine() => new()
    {
        Name = DrawingNames.OrderLine,
        Aliases = ["order_line", "order"],
        Description = "A working order: a line at its price with a box for its text and one for its quantity.",
        Inputs =
        [
            Text(true),
            new() { Name = "quantity", Kind = DrawingKeyKind.Text, IsRequired = true, FriendlyNames = ["qty"] },
            Price("price", false) with { Description = "the last close when left out" },
        ],
        Overrides =
        [
            FontSize(9, 1), LineStyle(), LineWidth(1),
            Whole("lineSpace", 5, 0, 100, "from the boxes to the right edge, in percent of the pane's width"),
            Switch("extendLeft", true), Color("lineColor", OrderBlue), Color("bodyBorderColor", OrderBlue),
            Color("bodyBackgroundColor", "rgba(255,255,255,0.8)"), Color("bodyTextColor", OrderBlue),
            Color("quantityBorderColor", OrderBlue), Color("quantityBackgroundColor", "rgba(0,113,224,0.8)"),
            Color("quantityTextColor", "rgb(255,255,255)"),
        ],
        ColorKeys =
        [
            ("lineColor", null), ("bodyBorderColor", null), ("bodyTextColor", null), ("quantityBorderColor", null),
            ("quantityBackgroundColor", 0.8),
        ],
    };

    private static DrawingListing TrendLine() => new()
    {
        Name = DrawingNames.TrendLine,
        Aliases = ["trend_line", "trendline", "line"],
        Description = "A straight line through two points, extended to either side when asked.",
        Inputs = [.. TwoPoints(), Text(false)],
        Overrides =
        [
            FontSize(14), LineStyle(), LineWidth(2), Color("lineColor", Blue), Color("textColor", Blue),
            HorzAlign("center"), VertAlign("bottom"), Switch("showLabel", false, "whether the text is shown"), Bold(),
            Italic(), Switch("extendLeft", false), Switch("extendRight", false),
        ],
        ColorKeys = [("lineColor", null), ("textColor", null)],
        TextSwitch = "showLabel",
    };

    private static DrawingListing HorizontalLine() => new()
    {
        Name = DrawingNames.HorizontalLine,
        Aliases = ["horizontal_line", "hline", "price_line", "level"],
        Description = "A line at a price across the whole pane, with the price on the axis.",
        Inputs = [Price("price", true, "value"), Text(false)],
        Overrides =
        [
            FontSize(12), LineStyle(), LineWidth(2), Color("lineColor", Blue), Color("textColor", Blue),
            VertAlign("top"), HorzAlign("center"), Switch("showPrice", true, "whether the axis shows the price"),
            Bold(), Italic(),
        ],
        ColorKeys = [("lineColor", null), ("textColor", null)],
    };

    private static DrawingListing VerticalLine() => new()
    {
        Name = DrawingNames.VerticalLine,
        Aliases = ["vertical_line", "vline", "time_line", "event"],
        Description = "A line at a time from top to bottom of the pane, with the time on the axis.",
        Inputs = [Time("datetime", true, "time", "date"), Text(false)],
        Overrides =
        [
            FontSize(12), LineStyle(), LineWidth(2), Color("lineColor", Blue), Color("textColor", Blue),
            Choice("vertLabelAlign", "top", "where along the line the label stands", "top", "middle", "bottom"),
            Choice("horzLabelAlign", "right", "beside or on the line", "left", "center", "right"),
            Switch("showTime", true, "whether the axis shows the time"), Bold(), Italic(),
        ],
        ColorKeys = [("lineColor", null), ("textColor", null)],
    };

    private static DrawingListing Fib() => new()
    {
        Name = DrawingNames.FibRetracement,
        Aliases = ["fib_retracement", "fibonacci", "fib"],
        Description = "Levels between two prices: 0 at the end of the move, 1 at its start, and beyond.",
        Inputs = TwoPoints(),
        Overrides =
        [
            FontSize(12), Transparency(80, "of the fills, in percent"), HorzAlign("left"),
            VertAlign("bottom") with
            {
                Description = "top is above a line, bottom below it; beside its line a label stands level with it",
            },
            Switch("showCoeff", true), Switch("showPrice", true), Switch("fillBackground", true),
            Switch("extendLine", false, "to the right edge") with
            {
                ExactAliases = ["extendLines"], FriendlyNames = ["extendRight"],
            },
            Switch("extendLeft", false, "to the left edge"),
            Switch("reverseLevel", false, "0 at the start instead of the end"), Switch("coeffAsPercent", false),
            Switch("fibLevelBasedOnLogScale", false, "levels by ratio instead of difference"),
            .. FibLevels.SelectMany(FibLevel),
        ],
        ColorKeys = [.. Enumerable.Range(1, FibLevels.Length).Select(i => ($"level{i}.color", (double?)null))],
    };

    private static DrawingKey[] FibLevel((double Coeff, string Color) level, int index) =>
    [
        Switch($"level{index + 1}.visible", true),
        Number($"level{index + 1}.coeff", level.Coeff, -1000, 1000),
        Color($"level{index + 1}.color", level.Color),
    ];
}
