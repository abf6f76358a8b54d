using System.CommandLine;
using Chartcast.App.Answers;
using Chartcast.App.Composition;
using Chartcast.App.Configuration;
using Chartcast.App.Engines;
using Chartcast.Generation.Events;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Cli;

/// <summary>Draws one chart into a file.</summary>
internal sealed class RenderCommand(CliSurroundings io)
{
    private const string Transport = "cli";

    private readonly ServerOptionSet _settings = new();
    private readonly RenderOptionSet _chart = new();

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "File to write (.png .svg .jpg .webp), - for standard output; default <symbol>-<interval>.png",
        HelpName = "file",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print the numbers as JSON" };

    public Command Build()
    {
        var command = new Command("render", """
            Draw one chart into a file and print the numbers behind it.

            Examples:
              chartcast render NASDAQ:AAPL -i 1D -o aapl.png
              chartcast render FILE:prices --data . --indicator sma:20 --indicator rsi:14 --theme dark
              chartcast render DEMO:BTC -i 4h -o - --json > btc.png
            """);
        _chart.AddTo(command);
        command.Add(_output);
        command.Add(_json);
        _settings.AddDataTo(command);
        command.SetAction((result, _) => RunAsync(result));
        return command;
    }

    private async Task<int> RunAsync(ParseResult result)
    {
        bool isJson = result.GetValue(_json);
        try
        {
            return await RenderAsync(result, isJson);
        }
        catch (ChartException exception) when (isJson)
        {
            return CliErrors.WriteJson(io, exception.Error);
        }
    }

    private async Task<int> RenderAsync(ParseResult result, bool isJson)
    {
        CommandLineSettings settings = _settings.Read(result);
        OutputFile output = OutputFile.Of(result.GetValue(_output));
        if (_chart.Contradicts(result, output.EndingFormat))
            throw OutputFile.Fault(
                "--format", "says something else than the ending of --output: leave one of them out.");
        ChartRequest request = ChartRequestReader.Read(_chart.ReadArguments(result, output.EndingFormat));
        output = output.For(request);
        using var ownState = settings.StateDirectory is null ? new TemporaryState() : null;
        if (ownState is not null) settings = settings with { StateDirectory = ownState.Path };
        ServerOptions options = ServerOptionsReader.Read(io.Environment, settings);
        using ILoggerFactory loggers = CliLogs.Create(io, options, LogLevel.Error);
        await using ChartEngine engine = EngineComposition.Build(options, io.Time, loggers);
        ChartRecord record = await DrawAsync(engine, request);
        if (record.Error is { } error) throw new ChartException(error);
        ChartImage image = await engine.Store.FindImageAsync(record.RequestId, CancellationToken.None)
            ?? throw new ChartException(ChartErrorCode.Internal, "The picture was not kept.");
        output.Write(image.Bytes.Span, io.Output);
        Report(engine, record, output, isJson);
        return ExitCodes.Ok;
    }

    private async Task<ChartRecord> DrawAsync(ChartEngine engine, ChartRequest request)
    {
        using ProgressBar? bar = io.IsErrorTerminal ? new ProgressBar(io.Error) : null;
        Action<ChartEvent>? observer = bar is null ? null : bar.Show;
        ChartRecord record = await engine.Requests.SubmitAsync(
            request, new ChartCaller(null, Transport), observer, io.Stop);
        try
        {
            return await engine.Requests.WaitAsync(record.RequestId, io.Stop);
        }
        catch (OperationCanceledException)
        {
            await engine.Requests.CancelAsync(record.RequestId, CancellationToken.None);
            throw;
        }
    }

    private void Report(ChartEngine engine, ChartRecord record, OutputFile output, bool isJson)
    {
        // The picture may have standard output for itself.
        Stream text = output.IsStandardOutput ? io.Error : io.Output;
        if (isJson)
        {
            text.Write(ChartRecordJson.Bytes(json => ChartRecordJson.Write(json, record, engine.Links)).Span);
            text.Write("\n"u8);
            text.Flush();
            return;
        }

        Action<string> write = output.IsStandardOutput ? io.WriteErrorLine : io.WriteLine;
        string[] lines = ChartText.Of(record, engine.Links, []).Split('\n');
        // The last line tells the chart's address in a running server; here it is the file.
        foreach (string line in lines[..^1]) write(line);
        if (output.IsStandardOutput) return;
        string size = FormattableString.Invariant(
            $"{record.Image?.WidthPx}×{record.Image?.HeightPx} px, {record.Image?.Bytes:N0} bytes");
        write(FormattableString.Invariant($"Wrote {output.Path}: {size}, {record.ProcessingTimeMs} ms."));
    }
}
