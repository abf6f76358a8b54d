using System.CommandLine;
using System.CommandLine.Parsing;
using Chartcast.App.Configuration;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Cli;

/// <summary>The program: its commands, and how their failures end the process.</summary>
internal static class CommandLine
{
    private static readonly NamedCommand[] Commands =
    [
        new(ServeCommand.Name, static io => new ServeCommand(io).Build()),
        new(StdioCommand.Name, static io => new StdioCommand(io).Build()),
        new(RenderCommand.Name, static io => new RenderCommand(io).Build()),
        new(SheetCommand.Name, static io => new SheetCommand(io).Build()),
        new(OptionsCommand.Name, static io => new OptionsCommand(io).Build()),
        new(SymbolsCommand.Name, static io => new SymbolsCommand(io).Build()),
        new(DoctorCommand.Name, static io => new DoctorCommand(io).Build()),
    ];

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CliSurroundings io)
    {
        ParseResult result = Build(io, arguments).Parse(arguments);
        if (result.Errors.Count > 0 && result.Action is System.CommandLine.Invocation.ParseErrorAction)
            return WriteErrors(result, io);
        await using TextWriter output = io.OutputText();
        await using TextWriter error = io.ErrorText();
        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await result.InvokeAsync(invocation, io.Stop);
        }
        catch (ConfigurationException exception)
        {
            return CliErrors.Write(io, exception);
        }
        catch (ChartException exception)
        {
            return CliErrors.Write(io, exception.Error);
        }
        catch (OperationCanceledException) when (io.Stop.IsCancellationRequested)
        {
            return CliErrors.Write(io, ExitCodes.Cancelled, "cancelled.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Files answer for themselves; what is left are the standard streams.
            return CliErrors.Write(io, ExitCodes.Storage, "standard output cannot be written (it is closed, or its "
                + "disk is full): send it elsewhere, or write the picture to a file with --output.");
        }
        catch (Exception exception)
        {
            // A bug: the trace is what a report of it needs, and the exit code stays a documented one.
            io.WriteErrorLine(exception.ToString());
            return ExitCodes.Internal;
        }
    }

    private static RootCommand Build(CliSurroundings io, IReadOnlyList<string> arguments)
    {
        var root = new RootCommand($"""
            Chartcast draws market charts and tells the numbers behind them: over MCP, HTTP and here.

            Examples:
              chartcast render NASDAQ:AAPL -i 1D -o aapl.png
              chartcast render DEMO:BTC -i 4h --indicator sma:20 --indicator rsi --theme dark
              chartcast sheet NASDAQ:AAPL NASDAQ:MSFT --indicator rsi -o sheet.png
              chartcast options rsi
              chartcast serve --demo
              chartcast symbols btc

            {ExitCodes.Help}
            """);
        foreach (NamedCommand command in Asked(arguments)) root.Add(command.Build(io));
        return root;
    }

    // The options of all commands, with the catalogue in their help, take longer to make than MCP hosts like to wait.
    private static NamedCommand[] Asked(IReadOnlyList<string> arguments)
    {
        string? first = arguments.Count > 0 ? arguments[0] : null;
        NamedCommand? asked = Array.Find(Commands, command => command.Name == first);
        return asked is null ? Commands : [asked];
    }

    private static int WriteErrors(ParseResult result, CliSurroundings io)
    {
        foreach (ParseError error in result.Errors) CliErrors.Write(io, ExitCodes.Usage, error.Message);
        string command = result.CommandResult.Command is RootCommand ? "" : result.CommandResult.Command.Name + " ";
        return CliErrors.Write(io, ExitCodes.Usage, $"see chartcast {command}--help");
    }

    private sealed record NamedCommand(string Name, Func<CliSurroundings, Command> Build);
}
