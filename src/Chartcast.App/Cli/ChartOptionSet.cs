using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chartcast.App.Answers;
using Chartcast.Charting.Specs;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Cli;

/// <summary>The options that say what a chart shows, and the arguments of <c>generate_chart</c> they stand
/// for.</summary>
/// <remarks>Values go on as they were written, so that the one reader of chart requests words every fault.</remarks>
internal sealed class ChartOptionSet
{
    private readonly Option<string?> _interval = Text("--interval", "1m 5m 15m 1h 4h 1D 1W 1M …; default 1D", "-i");
    private readonly Option<string?> _type = Text("--type", "candlestick, bar, line, area …; see chartcast options");
    private readonly Option<string?> _width = Text("--width", "Width in CSS pixels, 100–4096; default 800");
    private readonly Option<string?> _height = Text("--height", "Height in CSS pixels, 100–4096; default 600");
    private readonly Option<string?> _ratio = Text("--pixel-ratio", "Picture pixels per CSS pixel, 1–4; default 1");
    private readonly Option<string?> _theme = Text("--theme", string.Join(", ", ChartThemes.Names));
    private readonly Option<string?> _timeZone = Text("--timezone", "IANA zone of labels; default America/New_York");
    private readonly Option<string?> _bars = Text("--bars", "How many bars to show at most");
    private readonly Option<string?> _range = Text("--range", "1D 5D 1M 3M 6M 1Y 5Y ALL DTD WTD MTD or YTD");
    private readonly Option<string?> _from = Text("--from", "First date or time to show, such as 2025-06-01");
    private readonly Option<string?> _to = Text("--to", "Last date or time to show");
    private readonly Option<string?> _scale = Text("--scale", "regular, percent, indexedTo100 or logarithmic (log)");
    private readonly Option<string?> _session = Text("--session", "regular or extended, for intraday bars");
    private readonly Option<string?> _watermark = Text("--watermark", "A text behind the bars");
    private readonly Option<string?> _shiftLeft = Text("--shift-left", "How many bars before the newest it ends");
    private readonly Option<string?> _shiftRight = Text("--shift-right", "How many bars' room stays free at the right");
    private readonly Option<string?> _format = Text(
        "--format", "png, svg, jpeg or webp; default by the ending of --output");
    private readonly Option<string?> _provider = Text("--provider", "auto, local or chart-img");

    private readonly Option<string[]> _indicators = new("--indicator")
    {
        Description = "rsi, sma:20, macd:fast=12,slow=26 …; repeatable",
        HelpName = "indicator",
    };

    private readonly Option<string[]> _drawings = new("--drawing")
    {
        Description = "horizontal_line:price=120,text=Target … or a JSON object; repeatable",
        HelpName = "drawing",
    };

    private readonly Option<string[]> _compared = new("--compare")
    {
        Description = "Another symbol, drawn as a line in percent; repeatable",
        HelpName = "symbol",
    };

    private readonly Option<string[]> _overrides = new("--override")
    {
        Description = "showVertGrid=false, priceRange.from=100 …; see chartcast options; repeatable",
        HelpName = "key=value",
    };

    private readonly Option<bool> _noVolume = new("--no-volume") { Description = "Leave volume out" };
    private readonly Option<bool> _noGrid = new("--no-grid") { Description = "Leave the grid out" };

    public void AddTo(Command command)
    {
        Option[] options =
        [
            _interval, _type, _width, _height, _ratio, _theme, _timeZone, _indicators, _drawings, _compared, _scale,
            _session, _noVolume, _noGrid, _overrides, _watermark, _bars, _range, _from, _to, _shiftLeft, _shiftRight,
            _format, _provider,
        ];
        foreach (Option option in options) command.Add(option);
    }

    /// <summary>The arguments; <c>format</c> is what the ending of the output says unless it is given.</summary>
    /// <param name="result">The parsed command line.</param>
    /// <param name="endingFormat">The format that the ending of the output says, or null.</param>
    /// <param name="writeOwn">Writes the members that are the command's own, such as <c>symbol</c>.</param>
    public JsonElement ReadArguments(
        ParseResult result, string? endingFormat, Action<Utf8JsonWriter> writeOwn) => ChartRecordJson.Element(json =>
    {
        json.WriteStartObject();
        writeOwn(json);
        WriteText(json, "interval", result.GetValue(_interval));
        WriteText(json, "chartType", result.GetValue(_type));
        WriteNumber(json, "width", result.GetValue(_width));
        WriteNumber(json, "height", result.GetValue(_height));
        WriteNumber(json, "pixelRatio", result.GetValue(_ratio));
        WriteText(json, "theme", result.GetValue(_theme));
        WriteText(json, "timezone", result.GetValue(_timeZone));
        WriteText(json, "scale", result.GetValue(_scale));
        WriteText(json, "session", result.GetValue(_session));
        WriteText(json, "watermark", result.GetValue(_watermark));
        WriteNumber(json, "shiftLeft", result.GetValue(_shiftLeft));
        WriteNumber(json, "shiftRight", result.GetValue(_shiftRight));
        WriteNumber(json, "bars", result.GetValue(_bars));
        WriteRange(json, result);
        WriteText(json, "format", result.GetValue(_format) ?? endingFormat);
        WriteText(json, "provider", result.GetValue(_provider));
        if (result.GetValue(_noVolume)) json.WriteBoolean("showVolume"u8, false);
        if (result.GetValue(_noGrid)) json.WriteBoolean("showGrid"u8, false);
        CommandLineJson.WriteItems(
            json, "indicators", result.GetValue(_indicators), positional: "period", takesPlaces: true);
        CommandLineJson.WriteItems(json, "drawings", result.GetValue(_drawings), positional: "price");
        CommandLineJson.WriteObject(json, "override", result.GetValue(_overrides));
        if (result.GetValue(_compared) is { Length: > 0 } compared)
        {
            json.WriteStartArray("compare"u8);
            foreach (string symbol in compared) json.WriteStringValue(symbol);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    /// <summary>Refuses a <c>--format</c> that says something else than the ending of the output.</summary>
    /// <exception cref="ChartException">It does.</exception>
    public void RefuseContradiction(ParseResult result, string? endingFormat)
    {
        if (result.GetValue(_format) is { } format && endingFormat is not null && format != endingFormat)
            throw OutputFile.Fault(
                "--format", "says something else than the ending of --output: leave one of them out.");
    }

    private static Option<string?> Text(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = name.TrimStart('-') };

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null) return;
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
            json.WriteNumber(name, number);
        else json.WriteString(name, value);
    }

    private void WriteRange(Utf8JsonWriter json, ParseResult result)
    {
        string? from = result.GetValue(_from);
        string? to = result.GetValue(_to);
        string? range = result.GetValue(_range);
        if (from is null && to is null)
        {
            WriteText(json, "range", range);
            return;
        }

        if (range is not null)
        {
            const string Fault = "cannot be given together with --from or --to.";
            throw new ChartException(new ChartError
            {
                Code = ChartErrorCode.InvalidArgument,
                Message = "--range " + Fault,
                Faults = [new FieldFault("--range", Fault)],
            });
        }

        json.WriteStartObject("range"u8);
        WriteText(json, "from", from);
        WriteText(json, "to", to);
        json.WriteEndObject();
    }
}
