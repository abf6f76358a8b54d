using Chartcast.App.Configuration;
using Chartcast.App.Logs;

namespace Chartcast.App.Cli;

/// <summary>Logs of commands, on standard error.</summary>
internal static class CliLogs
{
    // Microsoft's factory finds rules by reflection, which takes as long as all else a command does before it begins.
    private static readonly Dictionary<string, LogLevel> Minimums = new(StringComparer.Ordinal)
    {
        ["Microsoft"] = LogLevel.Warning,
        // Whether the host starts is told by the command in one line, with the remedy.
        ["Microsoft.Extensions.Hosting"] = LogLevel.None,
        ["ModelContextProtocol"] = LogLevel.Error,
    };

    public static ILoggerFactory Create(CliSurroundings io, ServerOptions options, LogLevel minimum) =>
        new LineLoggerFactory(
            new LineLoggerProvider(
                io.Error, new LogLineFormat(isJson: !io.IsErrorTerminal, options.Secrets, io.Time), minimum),
            Minimums);
}
