using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chartcast.App.Answers;
using Chartcast.App.Composition;
using Chartcast.App.Configuration;
using Chartcast.App.Engines;
using Chartcast.Generation.MarketData;

namespace Chartcast.App.Cli;

/// <summary>Lists the symbols there are data for.</summary>
internal sealed class SymbolsCommand(CliSurroundings io)
{
    public const string Name = "symbols";

    private const int WidestSymbol = 30;

    private readonly ServerOptionSet _settings = new();

    private readonly Argument<string?> _text = new("text")
    {
        Description = "Only symbols whose name or description contains this",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _exchange = new("--exchange") { Description = "Only this part before the colon" };

    private readonly Option<string?> _type = new("--type")
    {
        Description = "Only stock, index, forex, crypto, file or sample",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print JSON" };

    public Command Build()
    {
        var command = new Command(Name, """
            List the symbols there are data for.

            Examples:
              chartcast symbols
              chartcast symbols aapl --data ./prices
            """);
        command.Add(_text);
        command.Add(_exchange);
        command.Add(_type);
        command.Add(_json);
        _settings.AddDataTo(command);
        command.SetAction((result, _) => RunAsync(result));
        return command;
    }

    private async Task<int> RunAsync(ParseResult result)
    {
        ServerOptions options = ServerOptionsReader.Read(io.Environment, _settings.Read(result));
        using ILoggerFactory loggers = CliLogs.Create(io, options, LogLevel.Error);
        await using ChartEngine engine = EngineComposition.Build(options, io.Time, loggers);
        IReadOnlyList<SymbolListing> found = await engine.Feeds.ListAsync(
            result.GetValue(_text), result.GetValue(_exchange), result.GetValue(_type), io.Stop);
        if (result.GetValue(_json)) WriteJson(found);
        else WriteLines(found);
        return found.Count > 0 ? ExitCodes.Ok : ExitCodes.NoData;
    }

    private void WriteLines(IReadOnlyList<SymbolListing> found)
    {
        if (found.Count == 0)
            io.WriteErrorLine("chartcast: nothing matches; put CSV files into the folder of --data to have more.");
        int width = found.Count == 0 ? 0 : Math.Min(found.Max(symbol => symbol.Symbol.Length), WidestSymbol);
        foreach (SymbolListing symbol in found)
        {
            io.WriteLine(ChartText.OneLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{symbol.Symbol.PadRight(width)}  {symbol.Type,-7} {symbol.Description}")));
        }
    }

    private void WriteJson(IReadOnlyList<SymbolListing> found)
    {
        io.Output.Write(ChartRecordJson.Bytes(json =>
        {
            json.WriteStartArray();
            foreach (SymbolListing symbol in found)
                JsonSerializer.Serialize(json, symbol, AnswerJson.Default.SymbolListing);
            json.WriteEndArray();
        }).Span);
        io.WriteLine("");
    }
}
