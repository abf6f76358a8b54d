using static Chartcast.Charting.Specs.Drawings.KeyForms;

namespace Chartcast.Charting.Specs.Drawings;

/// <summary>Texts in the picture.</summary>
internal static class TextListings
{
    public static DrawingListing[] Create() => [Text(), Callout(), Note()];

    private static DrawingListing Text() => new()
    {
        Name = DrawingNames.Text,
        Aliases = ["text", "label"],
        Description = "A text whose top left corner stands at a point.",
        Inputs = [.. OnePoint(), KeyForms.Text(true)],
        Overrides =
        [
            FontSize(14), Bold(), Italic(), Switch("showBorder", false), Switch("fillBackground", false),
            Color("textColor", "rgb(41,98,255)"), Color("borderColor", "rgb(102,123,139)"),
            Color("backgroundColor", "rgba(91,133,191,0.3)"),
        ],
        ColorKeys = [("textColor", null), ("borderColor", null)],
    };

    private static DrawingListing Callout() => new()
    {
        Name = DrawingNames.Callout,
        Aliases = ["callout", "balloon"],
        Description = "A text in a box around the second point, whose tip points at the first.",
        Inputs = [.. TwoPoints(), KeyForms.Text(true)],
        Overrides =
        [
            FontSize(14), LineWidth(1),
            Transparency(50, "of the box, in percent; when set it replaces the colour's own"),
            Bold(), Italic(), Color("textColor", "rgb(255,255,255)"), Color("borderColor", "rgb(0,151,167)"),
            Color("backgroundColor", "rgba(0,151,167,0.7)"),
        ],
        ColorKeys = [("borderColor", null), ("backgroundColor", 0.7)],
    };

    private static DrawingListing Note() => new()
    {
        Name = DrawingNames.Note,
        Aliases = ["note", "comment"],
        Description = "A note at a bar, or in a corner of the pane when no time is given.",
        IsOfChartImg = false,
        Inputs =
        [
            KeyForms.Text(true), Time("datetime", false, "time", "date"),
            Price("price", false) with { Description = "above the bar when left out" },
            Choice("corner", "top_right", "where it stands without a time",
                "top_left", "top_right", "bottom_left", "bottom_right") with { FriendlyNames = ["position"] },
        ],
        Overrides =
        [
            FontSize(12), Bold(), Italic(), Switch("showBorder", true), Switch("fillBackground", true),
            Color("textColor", "rgb(19,23,34)"), Color("borderColor", "rgb(240,190,60)"),
            Color("backgroundColor", "rgb(255,247,219)"),
        ],
        ColorKeys = [("borderColor", null)],
        Lacks = static inputs => inputs.ContainsKey("price") && !inputs.ContainsKey("datetime")
            ? "must have a datetime with its price; without a time it stands in a corner"
            : inputs.ContainsKey("corner") && inputs.ContainsKey("datetime")
                ? "must have either a datetime or a corner, not both"
                : null,
    };
}
