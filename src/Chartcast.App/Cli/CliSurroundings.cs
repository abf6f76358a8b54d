using System.Text;
using Chartcast.App.Configuration;
using Microsoft.Win32.SafeHandles;

namespace Chartcast.App.Cli;

/// <summary>What a command works with: streams, environment, clock and the wish to stop.</summary>
internal sealed class CliSurroundings
{
    /// <summary>Standard input.</summary>
    public required Stream Input { get; init; }

    /// <summary>Standard output.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error.</summary>
    public required Stream Error { get; init; }

    /// <summary>Whether standard error is a terminal.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Environment variables by name.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Fires when the process shall stop in an orderly way.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Makes a watch for the reader of <see cref="Output"/>; null where it is no pipe.</summary>
    public Func<ReaderWatch>? WatchOutput { get; init; }

    /// <summary>Called with the HTTP host before it is built, for tests.</summary>
    public Action<IWebHostBuilder>? ConfigureHost { get; init; }

    /// <summary>Those of this process. From here on only raw streams reach standard output.</summary>
    public static CliSurroundings OfProcess(CancellationToken stop)
    {
        Stream output = Console.OpenStandardOutput();
        Stream error = OpenError();
        // Whatever a library prints must not end up between protocol messages. Not Console.Error: making that also sets
        // up the terminal, which takes longer than all the rest here.
        Console.SetOut(Text(error));
        return new CliSurroundings
        {
            Input = Console.OpenStandardInput(),
            Output = output,
            Error = error,
            IsErrorTerminal = !Console.IsErrorRedirected,
            Environment = EnvironmentSettings.Read(),
            Stop = stop,
            WatchOutput = static () => new ReaderWatch(ReaderWatch.StandardOutput),
        };
    }

    /// <summary>Writes a line to standard output.</summary>
    public void WriteLine(string line) => Write(Output, line);

    /// <summary>Writes a line to standard error; where nobody can be told, nobody is.</summary>
    public void WriteErrorLine(string line)
    {
        try
        {
            Write(Error, line);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The exit code still tells.
        }
    }

    /// <summary>Standard output for text.</summary>
    public TextWriter OutputText() => Text(Output);

    /// <summary>Standard error for text.</summary>
    public TextWriter ErrorText() => Text(Error);

    /// <summary>Standard error past the console, whose streams share one lock: while a pipe that nobody reads holds up
    /// a line of the log, it would hold up every answer on standard output, too.</summary>
    private static Stream OpenError()
    {
        const int StandardError = 2;
        if (OperatingSystem.IsWindows()) return Console.OpenStandardError();
        try
        {
            var stream = new FileStream(
                new SafeFileHandle(StandardError, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            // A file is never held up, and may be shared with standard output, which moves its end.
            if (!stream.CanSeek) return stream;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Closed: the console's stream drops what it gets.
        }

        return Console.OpenStandardError();
    }

    private static StreamWriter Text(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { AutoFlush = true };

    private static void Write(Stream stream, string line)
    {
        stream.Write(Encoding.UTF8.GetBytes(line + "\n"));
        stream.Flush();
    }
}
