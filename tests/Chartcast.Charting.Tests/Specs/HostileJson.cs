using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Tests.Specs;

/// <summary>JSON that somebody hostile, or a confused program, may send: near to right, and far from it.</summary>
internal sealed class HostileJson(Random random)
{
    private static readonly string[] Words =
    [
        "name", "type", "input", "override", "forceOverlay", "color", "lineWidth", "length", "period", "source",
        "in_0", "in_1", "startDatetime", "endDatetime", "datetime", "startPrice", "endPrice", "price", "text", "zOrder",
        "priceRange", "from", "to", "margin", "mainPaneHeight", "scalesFontSize", "style", "showLegend", "__proto__", "",
        "candleStyle.upColor", "level1", "fontSize", "\u202Eevil", "Plot.color", "Plot.linewidth", "Plot.plottype",
    ];

    private static readonly string[] Texts =
    [
        "", "close", "top", "line", "rgb(1,2,3)", "rgba(1,2,3,0.5)", "rgba(1,2,3,1e999)", "#FFF", "#GGGGGG", "NaN",
        "Infinity", "-0", "2024-01-02T00:00:00.000Z", "9999-12-31T23:59:59+14:00", "0000-00-00", "\0", "\uD800",
        "rgb(99999999999999999999,0,0)", "sma:20", "macd(12,26,9)", "sma:" + "9e9", "x" + "\u0301", "💥",
    ];

    private static readonly string[] Numbers =
        ["0", "-1", "1", "14", "1e308", "-1e308", "1e999", "0.5", "1e-320", "2147483648", "123456789012345678901234567890"];

    /// <summary>A value of any kind, at most so deep.</summary>
    public string Value(int depth)
    {
        switch (random.Next(depth > 0 ? 9 : 6))
        {
            case 0: return "null";
            case 1: return random.Next(2) == 0 ? "true" : "false";
            case 2:
            case 3: return Pick(Numbers);
            case 4: return Quoted(Pick(Texts));
            case 5: return Quoted(random.Next(20) == 0 ? new string('A', 100_000) : Pick(Names()));
            case 6: return "[" + Several(() => Value(depth - 1)) + "]";
            default: return "{" + Several(() => Quoted(Pick(random.Next(4) == 0 ? Names() : Words)) + ":" + Value(depth - 1)) + "}";
        }
    }

    /// <summary>A study that may well be right: mostly known keys with mostly fitting values.</summary>
    public string Study()
    {
        IndicatorListing listing = Pick([.. IndicatorCatalog.All]);
        var members = new List<string>
        {
            Member("name", Quoted(listing.Name)),
            Member("input", Some(listing.Parameters, 2, parameter => Member(parameter.Key, Near(parameter)))),
            Member("override", Some([.. StyleKey.AllOf(listing)], 4, key => Member(key.Name, Near(key.Default)))),
        };
        if (random.Next(3) == 0) members.Add(Member("forceOverlay", random.Next(2) == 0 ? "true" : "false"));
        if (random.Next(10) == 0) members.Add(Member(Pick(Words) + "2", Value(1)));
        return "{" + string.Join(',', members) + "}";
    }

    /// <summary>A drawing that may well be right.</summary>
    public string Drawing()
    {
        DrawingListing listing = Pick([.. DrawingCatalog.All]);
        DrawingKey[] inputs = [.. listing.Inputs.Where(key => key.IsRequired || random.Next(2) == 0)];
        var members = new List<string>
        {
            Member("name", Quoted(listing.Name)),
            Member("input", Some(inputs, 1, key => Member(key.Name, Near(key)))),
            Member("override", Some(listing.Overrides, 4, key => Member(key.Name, Near(key)))),
        };
        if (random.Next(3) == 0) members.Add(Member("zOrder", random.Next(2) == 0 ? "\"top\"" : "\"bottom\""));
        return "{" + string.Join(',', members) + "}";
    }

    /// <summary>Keys of the main series that may well be right, flat or by style.</summary>
    public string SeriesStyle()
    {
        string flat = Some(SeriesStyleKeys.All, 20, key => Member(key.Name, Near(key)));
        if (random.Next(3) > 0) return flat;
        SeriesStyleKey[] keys = [.. SeriesStyleKeys.Of(Pick(Enum.GetValues<ChartStyle>()))];
        string group = Some(keys, 3, key => Member(key.Attribute, Near(key)));
        return "{" + Member(keys[0].Style.KeyPrefix(), group) + "}";
    }

    /// <summary>Colours of a chart that may well be right.</summary>
    public string Colors() => Some(
        ThemeKeys.Names, 4,
        key => Member(key, random.Next(12) == 0 ? Value(1) : Quoted(Pick(["rgb(1,2,3)", "#ABCDEF", "#123"]))));

    /// <summary>A watermark that may well be right.</summary>
    public string Watermark()
    {
        if (random.Next(4) == 0) return Quoted(Pick(Texts));
        var members = new List<string> { Member("text", random.Next(12) == 0 ? Value(1) : Quoted(Pick(Texts))) };
        if (random.Next(2) == 0) members.Add(Member("size", random.Next(4) == 0 ? Pick(Numbers) : "48"));
        if (random.Next(2) == 0) members.Add(Member("opacity", random.Next(4) == 0 ? Pick(Numbers) : "0.25"));
        return "{" + string.Join(',', members) + "}";
    }

    /// <summary>The same text with some characters changed, put in or taken out.</summary>
    public string Mutated(string json)
    {
        var text = new StringBuilder(json);
        for (int i = random.Next(1, 6); i > 0 && text.Length > 0; i--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0: text[at] = (char)random.Next(32, 127); break;
                case 1: text.Remove(at, Math.Min(random.Next(1, 9), text.Length - at)); break;
                case 2: text.Insert(at, Pick(Numbers)); break;
                default: text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 30), text.Length - at))); break;
            }
        }

        return text.ToString();
    }

    private string Some<T>(IReadOnlyList<T> items, int oneIn, Func<T, string> member) =>
        "{" + string.Join(',', items.Where(_ => random.Next(oneIn) == 0).Select(member)) + "}";

    private string Member(string name, string value) => Quoted(name) + ":" + value;

    private string Near(DrawingKey key)
    {
        if (random.Next(30) == 0) return Value(1);
        return key.Kind switch
        {
            DrawingKeyKind.Time => Quoted(Pick(["2024-01-05", "2024-02-29T14:30:00Z", "1999-12-31", "2030-01-01T00:00:00+05:30"])),
            DrawingKeyKind.Text => Quoted(Pick(["Target", "a\nb", "مرحبا", "<b>&"])),
            DrawingKeyKind.Switch => random.Next(2) == 0 ? "true" : "false",
            DrawingKeyKind.Color => Quoted(Pick(["rgb(1,2,3)", "rgba(255,0,0,0.5)", "#ABCDEF"])),
            DrawingKeyKind.Choice => Quoted(Pick([.. key.Choices])),
            DrawingKeyKind.Whole => Number(Math.Clamp(Math.Round(key.Minimum + random.Next(60)), key.Minimum, key.Maximum)),
            _ => Number(Math.Clamp(80 + random.NextDouble() * 60, key.Minimum, key.Maximum)),
        };
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private string Near(SeriesStyleKey key)
    {
        if (random.Next(20) == 0) return Value(1);
        return key.Kind switch
        {
            StyleKind.Color => Quoted(Pick(["rgb(1,2,3)", "rgba(255,0,0,0.5)", "#ABCDEF"])),
            StyleKind.Switch => random.Next(2) == 0 ? "true" : "false",
            StyleKind.PriceSource => Quoted(Pick(["open", "hl2", "ohlc4", "hlcc4"])),
            StyleKind.BoxSize => Pick(["2", "0.5", "\"atr\"", "\"1.5%\"", "\"0%\"", "0", "-1"]),
            _ => Pick(["0", "1", "2", "2", "10", "21", "1.5"]),
        };
    }

    private string Near(IndicatorParameter parameter)
    {
        if (random.Next(8) == 0) return Value(1);
        if (parameter.Kind == ParameterKind.Switch) return random.Next(2) == 0 ? "true" : "false";
        if (parameter.Kind == ParameterKind.Choice) return Quoted(Pick([.. parameter.Choices, "other"]));
        if (parameter.Kind == ParameterKind.Symbol) return Quoted(Pick(["NASDAQ:QQQ", "", "A:B/C:D", "x"]));
        double[] values = [parameter.Minimum, parameter.Maximum, parameter.Default, parameter.Minimum - 1, 7, 20, 2.5];
        return values[random.Next(values.Length)].ToString("R", CultureInfo.InvariantCulture);
    }

    private string Near(StudyStyleValue style)
    {
        if (random.Next(8) == 0) return Value(1);
        if (style.Switch is not null) return random.Next(2) == 0 ? "true" : "false";
        if (style.Color is not null) return Quoted(Pick(["rgb(1,2,3)", "rgba(255,0,0,0.5)", "#ABCDEF", "red", "rgb(1)"]));
        return style.Number is not null ? Pick(["0", "1", "2", "10", "11", "-5", "61.8"]) : Quoted("line");
    }

    private static string[] Names() => [.. IndicatorCatalog.All.Select(listing => listing.Name)];

    private string Several(Func<string> item) =>
        string.Join(',', Enumerable.Range(0, random.Next(6)).Select(_ => item()));

    // Now and then with an escape that JSON allows and no text can hold: half of a surrogate pair.
    private string Quoted(string text) => random.Next(200) == 0 ? "\"\\ud800\"" : JsonValue.Create(text)!.ToJsonString();

    private T Pick<T>(T[] choices) => choices[random.Next(choices.Length)];
}
