using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Chartcast.Charting.Specs;
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
        var input = new JsonObject();
        foreach (IndicatorParameter parameter in listing.Parameters)
        {
            if (random.Next(2) == 0) input[parameter.Key] = JsonNode.Parse(Near(parameter));
        }

        var styles = new JsonObject();
        foreach (StyleKey key in StyleKey.AllOf(listing))
        {
            if (random.Next(4) == 0) styles[key.Name] = JsonNode.Parse(Finite(Near(key.Default)));
        }

        var study = new JsonObject { ["name"] = listing.Name, ["input"] = input, ["override"] = styles };
        if (random.Next(3) == 0) study["forceOverlay"] = random.Next(2) == 0;
        if (random.Next(10) == 0) study[Pick(Words) + "2"] = JsonNode.Parse(Finite(Value(1)));
        return study.ToJsonString();
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

    private static string Finite(string json) => json.Contains("1e999", StringComparison.Ordinal) ? "1" : json;

    private string Near(IndicatorParameter parameter)
    {
        if (random.Next(8) == 0) return Finite(Value(1));
        if (parameter.Kind == ParameterKind.Switch) return random.Next(2) == 0 ? "true" : "false";
        if (parameter.Kind == ParameterKind.Choice) return Quoted(Pick([.. parameter.Choices, "other"]));
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

    private static string Quoted(string text) => JsonValue.Create(text)!.ToJsonString();

    private T Pick<T>(T[] choices) => choices[random.Next(choices.Length)];
}
