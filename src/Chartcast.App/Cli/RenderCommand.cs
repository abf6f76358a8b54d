using System.CommandLine;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Cli;

/// <summary>Draws one chart into a file.</summary>
internal sealed class RenderCommand(CliSurroundings io) : DrawCommand(io)
{
    private readonly ChartOptionSet _chart = new();

    private readonly Argument<string> _symbol = new("symbol")
    {
        Description = "What to draw: EXCHANGE:SYMBOL, FILE:<name> for a CSV file, DEMO:<any> for sample data",
    };

    /// <inheritdoc/>
    protected override Command Describe()
    {
        var command = new Command("render", """
            Draw one chart into a file and print the numbers behind it.

            Examples:
              chartcast render NASDAQ:AAPL -i 1D -o aapl.png
              chartcast render FILE:prices --data . --indicator sma:20 --indicator rsi:14 --theme dark
              chartcast render FILE:prices --data . --scale log --drawing horizontal_line:price=120,text=Target
              chartcast render NASDAQ:AAPL --compare NASDAQ:MSFT --override showVertGrid=false
              chartcast render DEMO:BTC -i 4h -o - --json > btc.png
            """);
        command.Add(_symbol);
        _chart.AddTo(command);
        return command;
    }

    /// <inheritdoc/>
    protected override ChartRequest ReadRequest(ParseResult result, string? endingFormat)
    {
        _chart.RefuseContradiction(result, endingFormat);
        return ChartRequestReader.Read(_chart.ReadArguments(
            result, endingFormat, json => json.WriteString("symbol"u8, result.GetValue(_symbol))));
    }
}
