using System.CommandLine;
using Chartcast.App.Answers;
using Chartcast.App.Composition;
using Chartcast.App.Configuration;
using Chartcast.App.Engines;
using Chartcast.Generation.Events;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Cli;

/// <summary>What the commands that draw share: a picture in a file and the numbers behind it.</summary>
internal abstract class DrawCommand(CliSurroundings io)
{
    private const string Transport = "cli";

    private readonly ServerOptionSet _settings = new();

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "File to write (.png .svg .jpg .webp), - for standard output; default <symbol>-<interval>.png",
        HelpName = "file",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print the numbers as JSON" };

    /// <summary>Makes the command of its name, help and options.</summary>
    public Command Build()
    {
        Command command = Describe();
        command.Add(_output);
        command.Add(_json);
        _settings.AddDataTo(command);
        command.SetAction((result, _) => RunAsync(result));
        return command;
    }

    /// <summary>The command with the options that say what to draw.</summary>
    protected abstract Command Describe();

    /// <summary>Reads what to draw.</summary>
    /// <param name="result">The parsed command line.</param>
    /// <param name="endingFormat">The format that the ending of the output says, or null.</param>
    /// <exception cref="ChartException">It is not right, or contradicts the ending.</exception>
    protected abstract ChartRequest ReadRequest(ParseResult result, string? endingFormat);

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
        ChartRequest request = ReadRequest(result, output.EndingFormat);
        output = output.For(request);
        using var ownState = settings.StateDirectory is null ? new TemporaryState() : null;
        ServerOptions options = ServerOptionsReader.Read(io.Environment, settings);
        if (ownState is not null)
        {
            // The account's book stays where every process finds it.
            ChartImgSettings chartImg = options.ChartImg with { Directory = options.StateDirectory };
            options = options with { StateDirectory = ownState.Path, ChartImg = chartImg };
        }

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
        return await engine.Requests.DrawAsync(request, new ChartCaller(null, Transport), observer, io.Stop);
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
