using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.Sheets;

namespace Chartcast.App.Cli;

/// <summary>Draws several charts into one file.</summary>
internal sealed class SheetCommand(CliSurroundings io) : DrawCommand(io)
{
    public const string Name = "sheet";

    private const char IntervalMark = '@';

    private readonly ChartOptionSet _chart = new();

    private readonly Argument<string[]> _symbols = new("symbols")
    {
        Description = "What to draw, row by row, each with its own interval if wanted: NASDAQ:AAPL FILE:prices@1W",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _columns = new("--columns")
    {
        Description = "Charts side by side; default by their number",
        HelpName = "columns",
    };

    private readonly Option<string?> _title = new("--title")
    {
        Description = "What stands at the top left",
        HelpName = "title",
    };

    /// <inheritdoc/>
    protected override Command Describe()
    {
        var command = new Command(Name, """
            Draw up to 16 charts into one picture with a shared legend and print the numbers behind them.

            Examples:
              chartcast sheet NASDAQ:AAPL NASDAQ:MSFT NASDAQ:NVDA --indicator sma:50 -o tech.png
              chartcast sheet FILE:prices@1D FILE:prices@1W FILE:prices@1M --data . --columns 3
            """);
        command.Add(_symbols);
        _chart.AddTo(command);
        command.Add(_columns);
        command.Add(_title);
        return command;
    }

    /// <inheritdoc/>
    protected override ChartRequest ReadRequest(ParseResult result, string? endingFormat)
    {
        _chart.RefuseContradiction(result, endingFormat);
        return SheetRequestReader.Read(_chart.ReadArguments(result, endingFormat, json => WriteOwn(json, result)));
    }

    private void WriteOwn(Utf8JsonWriter json, ParseResult result)
    {
        json.WriteStartArray("charts"u8);
        foreach (string text in result.GetValue(_symbols) ?? []) WriteTile(json, text);
        json.WriteEndArray();
        if (result.GetValue(_title) is { } title) json.WriteString("title"u8, title);
        if (result.GetValue(_columns) is not { } columns) return;
        if (int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out int count))
            json.WriteNumber("columns"u8, count);
        else json.WriteString("columns"u8, columns);
    }

    private static void WriteTile(Utf8JsonWriter json, string text)
    {
        int mark = text.LastIndexOf(IntervalMark);
        if (mark < 0)
        {
            json.WriteStringValue(text);
            return;
        }

        json.WriteStartObject();
        json.WriteString("symbol"u8, text.AsSpan(0, mark));
        json.WriteString("interval"u8, text.AsSpan(mark + 1));
        json.WriteEndObject();
    }
}
