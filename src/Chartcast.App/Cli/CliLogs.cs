using Chartcast.App.Configuration;
using Chartcast.App.Logs;

namespace Chartcast.App.Cli;

/// <summary>Logs of commands, on standard error.</summary>
internal static class CliLogs
{
    public static ILoggerFactory Create(CliSurroundings io, ServerOptions options, LogLevel minimum) =>
        LoggerFactory.Create(logging => logging
            .SetMinimumLevel(minimum)
            .AddFilter("Microsoft", LogLevel.Warning)
            // Whether the host starts is told by the command in one line, with the remedy.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddFilter("ModelContextProtocol", LogLevel.Error)
            // By a function: what the factory made, it also disposes, and so writes to the end.
            .Services.AddSingleton<ILoggerProvider>(_ => new LineLoggerProvider(
                io.Error, new LogLineFormat(isJson: !io.IsErrorTerminal, options.Secrets, io.Time), minimum)));
}
