using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Specs.Drawings;

/// <summary>The keys that many drawings share, each written once.</summary>
internal static class KeyForms
{
    public static readonly string[] LineStyles =
        ["solid", "dotted", "dashed", "large_dashed", "sparse_dotted", "sparse_dashed"];

    private const double LargestFont = 250;
    private const double SmallestFont = 10;
    private const double WidestLine = 100;

    public static DrawingKey Time(string name, bool isRequired, params IReadOnlyList<string> friendlyNames) => new()
    {
        Name = name, Kind = DrawingKeyKind.Time, IsRequired = isRequired, FriendlyNames = friendlyNames,
    };

    public static DrawingKey Price(string name, bool isRequired, params IReadOnlyList<string> friendlyNames) => new()
    {
        Name = name, Kind = DrawingKeyKind.Number, IsRequired = isRequired, FriendlyNames = friendlyNames,
    };

    public static DrawingKey Text(bool isRequired) => new()
    {
        Name = "text", Kind = DrawingKeyKind.Text, IsRequired = isRequired, FriendlyNames = ["label"],
    };

    /// <summary>The four keys of a drawing between two points.</summary>
    public static DrawingKey[] TwoPoints() =>
    [
        Time("startDatetime", true, "start", "from", "startTime", "startDate"), Price("startPrice", true),
        Time("endDatetime", true, "end", "to", "endTime", "endDate"), Price("endPrice", true),
    ];

    /// <summary>The two keys of a drawing at one point.</summary>
    public static DrawingKey[] OnePoint() =>
        [Time("datetime", true, "time", "date"), Price("price", true)];

    public static DrawingKey FontSize(double usual, double smallest = SmallestFont) =>
        Whole("fontSize", usual, smallest, LargestFont, "in CSS pixels");

    public static DrawingKey LineWidth(double usual) =>
        Whole("lineWidth", usual, 1, WidestLine, "in CSS pixels") with { FriendlyNames = ["width"] };

    public static DrawingKey LineStyle() => new()
    {
        Name = "lineStyle",
        Kind = DrawingKeyKind.Whole,
        Minimum = 0,
        Maximum = LineStyles.Length - 1,
        Choices = LineStyles,
        Default = new(Number: 0),
        FriendlyNames = ["style"],
    };

    public static DrawingKey Transparency(double usual, string description) =>
        Whole("transparency", usual, 0, 100, description);

    public static DrawingKey Whole(string name, double usual, double minimum, double maximum, string description = "")
        => new()
        {
            Name = name,
            Kind = DrawingKeyKind.Whole,
            Minimum = minimum,
            Maximum = maximum,
            Default = new(Number: usual),
            Description = description,
        };

    public static DrawingKey Number(string name, double usual, double minimum, double maximum, string description = "")
        => Whole(name, usual, minimum, maximum, description) with { Kind = DrawingKeyKind.Number };

    public static DrawingKey Switch(string name, bool usual, string description = "") => new()
    {
        Name = name, Kind = DrawingKeyKind.Switch, Default = new(Switch: usual), Description = description,
    };

    public static DrawingKey Color(string name, string usual, string description = "") => new()
    {
        Name = name, Kind = DrawingKeyKind.Color, Default = new(Color: Rgba.Parse(usual)), Description = description,
    };

    public static DrawingKey Choice(string name, string usual, string description, params IReadOnlyList<string> words)
        => new()
        {
            Name = name,
            Kind = DrawingKeyKind.Choice,
            Choices = words,
            Default = new(Text: usual),
            Description = description,
        };

    public static DrawingKey HorzAlign(string usual) =>
        Choice("horzLabelAlign", usual, "where the label stands", "left", "center", "right");

    public static DrawingKey VertAlign(string usual) =>
        Choice("vertLabelAlign", usual, "top is above a line, bottom below it", "top", "middle", "bottom");

    public static DrawingKey Bold(bool usual = false) => Switch("fontBold", usual);

    public static DrawingKey Italic() => Switch("fontItalic", false);
}
