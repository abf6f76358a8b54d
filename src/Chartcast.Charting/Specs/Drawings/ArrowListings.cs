using static Chartcast.Charting.Specs.Drawings.KeyForms;

namespace Chartcast.Charting.Specs.Drawings;

/// <summary>Arrows and markers.</summary>
internal static class ArrowListings
{
    private const string ArrowBlue = "rgb(30,83,229)";

    public static DrawingListing[] Create() =>
    [
        ArrowMarker(),
        ArrowMark(DrawingNames.ArrowMarkUp, ["arrow_up", "arrow_mark_up"], "rgb(8,153,129)", "up, its text below"),
        ArrowMark(
            DrawingNames.ArrowMarkDown, ["arrow_down", "arrow_mark_down"], "rgb(204,47,60)", "down, its text above"),
        Marker(),
    ];

    private static DrawingListing ArrowMarker() => new()
    {
        Name = DrawingNames.ArrowMarker,
        Aliases = ["arrow_marker", "arrow"],
        Description = "An arrow from a first point, its tail, to a second, its head; the text stands at the tail.",
        Inputs = [.. TwoPoints(), Text(false)],
        Overrides =
            [FontSize(16), Bold(true), Italic(), Color("textColor", ArrowBlue), Color("arrowColor", ArrowBlue)],
        ColorKeys = [("textColor", null), ("arrowColor", null)],
    };

    private static DrawingListing ArrowMark(
        string name, IReadOnlyList<string> aliases, string color, string direction) => new()
        {
            Name = name,
            Aliases = aliases,
            Description = $"A small arrow whose tip is at a price, pointing {direction}.",
            Inputs = [.. OnePoint(), Text(false)],
            Overrides = [FontSize(14), Bold(), Italic(), Color("textColor", color), Color("arrowColor", color)],
            ColorKeys = [("textColor", null), ("arrowColor", null)],
        };

    private static DrawingListing Marker() => new()
    {
        Name = DrawingNames.Marker,
        Aliases = ["marker", "trade", "signal"],
        Description = "A trade or an event at a bar: buys below pointing up, sells above pointing down, else a dot.",
        IsOfChartImg = false,
        Inputs =
        [
            Time("datetime", true, "time", "date"),
            Price("price", false) with
            {
                Description = "the bar's low for a buy, its high for a sell, its close else, when left out",
            },
            Choice("side", "none", "what was done", "buy", "sell", "none") with { FriendlyNames = ["action"] },
            Text(false),
        ],
        Overrides =
        [
            FontSize(12), Whole("size", 10, 4, 100, "of the shape, in CSS pixels"),
            Choice(
                "shape", "auto", "auto is a triangle for trades, else a circle",
                "auto", "triangle", "arrow", "circle", "square", "diamond"),
            Bold(true), Color("buyColor", "rgb(8,153,129)"), Color("sellColor", "rgb(242,54,69)"),
            Color("otherColor", "rgb(41,98,255)"),
        ],
        ColorKeys = [("buyColor", null), ("sellColor", null), ("otherColor", null)],
    };
}
