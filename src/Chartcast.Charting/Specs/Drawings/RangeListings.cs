using static Chartcast.Charting.Specs.Drawings.KeyForms;

namespace Chartcast.Charting.Specs.Drawings;

/// <summary>Areas: measured ranges, rectangles and zones.</summary>
internal static class RangeListings
{
    private const string Blue = "rgb(41,98,255)";
    private const string PaleBlue = "rgb(186,218,255)";

    public static DrawingListing[] Create() => [DateRange(), DatePriceRange(), Rectangle(), Zone()];

    private static DrawingListing DateRange() => new()
    {
        Name = DrawingNames.DateRange,
        Aliases = ["date_range", "time_range"],
        Description = "Measures the time between two points: bars, time span and volume.",
        Inputs = TwoPoints(),
        Overrides = [.. RangeStyle(), Switch("extendTop", false), Switch("extendBottom", false), .. OwnColors()],
        ColorKeys = [("lineColor", null), ("backgroundColor", null)],
    };

    private static DrawingListing DatePriceRange() => new()
    {
        Name = DrawingNames.DatePriceRange,
        Aliases = ["date_price_range", "price_range", "measure"],
        Description = "Measures time and price between two points: change, percent, bars, time span and volume.",
        Inputs = TwoPoints(),
        Overrides = [.. RangeStyle(), .. OwnColors()],
        ColorKeys = [("lineColor", null), ("backgroundColor", null)],
    };

    private static DrawingListing Rectangle() => new()
    {
        Name = DrawingNames.Rectangle,
        Aliases = ["rectangle", "rect", "box"],
        Description = "A box between two points, extended to either side when asked.",
        Inputs = [.. TwoPoints(), Text(false)],
        Overrides =
        [
            FontSize(14), LineWidth(1), HorzAlign("left"),
            Choice("vertLabelAlign", "bottom", "where inside the box the text stands", "top", "middle", "bottom"),
            Switch("showLabel", false, "whether the text is shown"), Bold(), Italic(), Switch("extendLeft", false),
            Switch("extendRight", false), Switch("fillBackground", true), Color("textColor", "rgb(156,39,176)"),
            Color("lineColor", "rgb(156,39,176)"), Color("backgroundColor", "rgba(156,39,176,0.2)"),
        ],
        ColorKeys = [("lineColor", null), ("textColor", null), ("backgroundColor", 0.2)],
        TextSwitch = "showLabel",
    };

    private static DrawingListing Zone() => new()
    {
        Name = DrawingNames.Zone,
        Aliases = ["zone", "band", "area"],
        Description = "A band of prices, of time, or of both; sides that are left out lie open.",
        IsOfChartImg = false,
        Inputs =
        [
            Price("topPrice", false, "top", "high", "upper"), Price("bottomPrice", false, "bottom", "low", "lower"),
            Time("startDatetime", false, "start", "from", "startTime", "startDate"),
            Time("endDatetime", false, "end", "to", "endTime", "endDate"), Text(false),
        ],
        Overrides =
        [
            FontSize(12), LineWidth(1), LineStyle(), HorzAlign("left"),
            Choice("vertLabelAlign", "top", "where inside the zone the text stands", "top", "middle", "bottom"),
            Bold(), Italic(), Switch("fillBackground", true), Switch("showBorder", true),
            Switch("showPrice", false, "whether the axis shows the prices"), Color("textColor", Blue),
            Color("lineColor", "rgba(41,98,255,0.6)"), Color("backgroundColor", "rgba(41,98,255,0.12)"),
        ],
        ColorKeys = [("lineColor", 0.6), ("textColor", null), ("backgroundColor", 0.12)],
        Lacks = static inputs => inputs.Keys.Any(static key => key != "text")
            ? null
            : "must have at least one of topPrice, bottomPrice, startDatetime and endDatetime",
    };

    private static DrawingKey[] RangeStyle() =>
    [
        FontSize(12), LineWidth(1), Transparency(60, "of the fill, in percent"), Switch("fillBackground", true),
        Switch("fillLabelBackground", true),
    ];

    private static DrawingKey[] OwnColors() =>
    [
        Color("lineColor", Blue) with { IsOfChartImg = false },
        Color("backgroundColor", PaleBlue) with { IsOfChartImg = false },
    ];
}
