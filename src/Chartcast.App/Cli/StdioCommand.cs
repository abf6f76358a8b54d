using System.CommandLine;
using Chartcast.App.Composition;
using Chartcast.App.Configuration;
using Chartcast.App.Engines;
using Chartcast.Mcp.Transports;

namespace Chartcast.App.Cli;

/// <summary>Serves one MCP client over standard input and output.</summary>
internal sealed class StdioCommand(CliSurroundings io)
{
    public const string Name = "stdio";

    private readonly ServerOptionSet _options = new();

    public Command Build()
    {
        var command = new Command(Name, """
            Serve one MCP client over standard input and output; hosts such as Claude Desktop or VS Code start this.

            Example of a host's configuration:
              { "mcpServers": { "chartcast": { "command": "chartcast", "args": ["stdio", "--demo"] } } }
            """);
        _options.AddDataTo(command);
        command.SetAction((result, _) => RunAsync(result));
        return command;
    }

    private async Task<int> RunAsync(ParseResult result)
    {
        ServerOptions options = ServerOptionsReader.Read(io.Environment, _options.Read(result));
        using ILoggerFactory loggers = CliLogs.Create(io, options, LogLevel.Information);
        await using ChartEngine engine = EngineComposition.Build(options, io.Time, loggers, StateUse.Beside);
        using ReaderWatch? watch = io.WatchOutput?.Invoke();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(io.Stop, watch?.Gone ?? default);
        return await StdioHost.RunAsync(ServerComposition.Build(engine), io.Input, io.Output, loggers, stop.Token);
    }
}
