using Chartcast.App.Configuration;
using Chartcast.App.Logs;

namespace Chartcast.App.Cli;

/// <summary>Logs of commands, on standard error.</summary>
internal static class CliLogs
{
    public static ILoggerFactory Create(CliSurroundings io, ServerOptions options, LogLevel minimum)
    {
        var filters = new LoggerFilterOptions { MinLevel = minimum };
        filters.AddFilter("Microsoft", LogLevel.Warning);
        // Whether the host starts is told by the command in one line, with the remedy.
        filters.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        filters.AddFilter("ModelContextProtocol", LogLevel.Error);
        // Made by hand: the container behind LoggerFactory.Create takes as long to start as the rest of a command.
        var factory = new LoggerFactory([], filters);
        // Added, not given to the constructor: what is added is also disposed, and so writes to the end.
        factory.AddProvider(new LineLoggerProvider(
            io.Error, new LogLineFormat(isJson: !io.IsErrorTerminal, options.Secrets, io.Time), minimum));
        return factory;
    }
}
