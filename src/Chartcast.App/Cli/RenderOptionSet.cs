using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chartcast.App.Answers;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Cli;

/// <summary>The options of <c>render</c>, and the arguments of <c>generate_chart</c> they stand for.</summary>
/// <remarks>Values go on as they were written, so that the one reader of chart requests words every fault.</remarks>
internal sealed class RenderOptionSet
{
    private readonly Argument<string> _symbol = new("symbol")
    {
        Description = "What to draw: EXCHANGE:SYMBOL, FILE:<name> for a CSV file, DEMO:<any> for sample data",
    };

    private readonly Option<string?> _interval = Text("--interval", "1m 5m 15m 1h 4h 1D 1W 1M …; default 1D", "-i");
    private readonly Option<string?> _type = Text("--type", "candlestick, bar, line or area");
    private readonly Option<string?> _width = Text("--width", "Width in CSS pixels, 100–4096; default 800");
    private readonly Option<string?> _height = Text("--height", "Height in CSS pixels, 100–4096; default 600");
    private readonly Option<string?> _ratio = Text("--pixel-ratio", "Picture pixels per CSS pixel, 1–4; default 1");
    private readonly Option<string?> _theme = Text("--theme", "light or dark");
    private readonly Option<string?> _timeZone = Text("--timezone", "IANA zone of labels; default America/New_York");
    private readonly Option<string?> _bars = Text("--bars", "How many bars to show at most");
    private readonly Option<string?> _range = Text("--range", "1D 5D 1M 3M 6M 1Y 5Y ALL DTD WTD MTD or YTD");
    private readonly Option<string?> _from = Text("--from", "First date or time to show, such as 2025-06-01");
    private readonly Option<string?> _to = Text("--to", "Last date or time to show");
    private readonly Option<string?> _format = Text(
        "--format", "png, svg, jpeg or webp; default by the ending of --output");
    private readonly Option<string?> _provider = Text("--provider", "auto, local or chart-img");

    private readonly Option<string[]> _indicators = new("--indicator")
    {
        Description = "rsi, sma:20, macd:fast=12,slow=26 …; repeatable",
        HelpName = "indicator",
    };

    private readonly Option<bool> _noVolume = new("--no-volume") { Description = "Leave volume out" };
    private readonly Option<bool> _noGrid = new("--no-grid") { Description = "Leave the grid out" };

    public void AddTo(Command command)
    {
        command.Add(_symbol);
        Option[] options =
        [
            _interval, _type, _width, _height, _ratio, _theme, _timeZone, _indicators, _noVolume, _noGrid, _bars,
            _range, _from, _to, _format, _provider,
        ];
        foreach (Option option in options) command.Add(option);
    }

    /// <summary>The arguments; <c>format</c> is what the ending of the output says unless it is given.</summary>
    public JsonElement ReadArguments(ParseResult result, string? endingFormat) => ChartRecordJson.Element(json =>
    {
        json.WriteStartObject();
        json.WriteString("symbol"u8, result.GetValue(_symbol));
        WriteText(json, "interval", result.GetValue(_interval));
        WriteText(json, "chartType", result.GetValue(_type));
        WriteNumber(json, "width", result.GetValue(_width));
        WriteNumber(json, "height", result.GetValue(_height));
        WriteNumber(json, "pixelRatio", result.GetValue(_ratio));
        WriteText(json, "theme", result.GetValue(_theme));
        WriteText(json, "timezone", result.GetValue(_timeZone));
        WriteNumber(json, "bars", result.GetValue(_bars));
        WriteRange(json, result);
        WriteText(json, "format", result.GetValue(_format) ?? endingFormat);
        WriteText(json, "provider", result.GetValue(_provider));
        if (result.GetValue(_noVolume)) json.WriteBoolean("showVolume"u8, false);
        if (result.GetValue(_noGrid)) json.WriteBoolean("showGrid"u8, false);
        WriteIndicators(json, result.GetValue(_indicators) ?? []);
        json.WriteEndObject();
    });

    /// <summary>Whether <c>--format</c> was given and says something else than the ending.</summary>
    public bool Contradicts(ParseResult result, string? endingFormat) =>
        result.GetValue(_format) is { } format && endingFormat is not null && format != endingFormat;

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

    private static void WriteIndicators(Utf8JsonWriter json, string[] indicators)
    {
        if (indicators.Length == 0) return;
        json.WriteStartArray("indicators"u8);
        foreach (string indicator in indicators) WriteIndicator(json, indicator);
        json.WriteEndArray();
    }

    // sma · sma:20 · macd:fast=12,slow=26 · sma:20,color=#FF6B6B
    private static void WriteIndicator(Utf8JsonWriter json, string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        json.WriteStartObject();
        json.WriteString("type"u8, colon < 0 ? text : text[..colon]);
        string[] inputs = colon < 0 ? [] : text[(colon + 1)..].Split(',');
        foreach (string input in inputs)
        {
            int equals = input.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? "period" : input[..equals];
            string value = input[(equals + 1)..];
            if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                && double.IsFinite(number))
                json.WriteNumber(name, number);
            else json.WriteString(name, value);
        }

        json.WriteEndObject();
    }
}
