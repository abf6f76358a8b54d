using System.CommandLine;
using System.CommandLine.Parsing;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Cli;

/// <summary>Draws one chart into a file.</summary>
internal sealed class RenderCommand(CliSurroundings io) : DrawCommand(io)
{
    public const string Name = "render";

    private readonly Stream _input = io.Input;
    private readonly ChartOptionSet _chart = new();

    private readonly Argument<string?> _symbol = new("symbol")
    {
        Description = "What to draw: EXCHANGE:SYMBOL, FILE:<name> for a CSV file, DEMO:<any> for sample data",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _body = new("--chart-img-body")
    {
        Description = "Draw the JSON body of a Chart-IMG v2 advanced-chart request instead; - for standard input",
        HelpName = "file",
    };

    /// <inheritdoc/>
    protected override Command Describe()
    {
        var command = new Command(Name, """
            Draw one chart into a file and print the numbers behind it.

            Examples:
              chartcast render NASDAQ:AAPL -i 1D -o aapl.png
              chartcast render FILE:prices --data . --indicator sma:20 --indicator rsi:14 --theme dark
              chartcast render FILE:prices --data . --scale log --drawing horizontal_line:price=120,text=Target
              chartcast render NASDAQ:AAPL --compare NASDAQ:MSFT --override showVertGrid=false
              chartcast render DEMO:BTC -i 4h -o - --json > btc.png
              chartcast render --chart-img-body body.json --data . -o chart.png
            """);
        command.Add(_symbol);
        _chart.AddTo(command);
        Option[] options = [.. command.Options];
        command.Add(_body);
        command.Validators.Add(result => CheckBody(result, options));
        return command;
    }

    /// <inheritdoc/>
    protected override ChartRequest ReadRequest(ParseResult result, string? endingFormat)
    {
        if (result.GetValue(_body) is { } file) return new ChartImgBodyFile(_input, file).Read(endingFormat);
        _chart.RefuseContradiction(result, endingFormat);
        return ChartRequestReader.Read(_chart.ReadArguments(
            result, endingFormat, json => json.WriteString("symbol"u8, result.GetValue(_symbol))));
    }

    /// <summary>A body says everything by itself; without one the symbol is needed.</summary>
    private void CheckBody(CommandResult result, Option[] options)
    {
        bool hasSymbol = result.GetValue(_symbol) is not null;
        if (result.GetResult(_body) is null)
        {
            if (!hasSymbol) result.AddError("Required argument missing for command: 'render'.");
            return;
        }

        IEnumerable<string> others = options.Where(option => result.GetResult(option) is { Implicit: false })
            .Select(static option => option.Name);
        string[] beside = [.. hasSymbol ? others.Prepend("a symbol") : others];
        if (beside.Length == 0) return;
        result.AddError($"--chart-img-body says all of a chart: leave out {string.Join(", ", beside)}.");
    }
}
