using System.Text;
using Chartcast.App.Cli;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.App.Tests.Doubles;

/// <summary>One run of the command line inside the test's process.</summary>
public sealed record CliRun(int ExitCode, byte[] Output, string Error)
{
    public string Text => Encoding.UTF8.GetString(Output);

    public static Task<CliRun> Of(params string[] arguments) =>
        RunAsync(arguments, new Dictionary<string, string>(), input: "");

    public static async Task<CliRun> RunAsync(
        string[] arguments,
        IReadOnlyDictionary<string, string> environment,
        string input,
        Action<IWebHostBuilder>? configureHost = null,
        CancellationTokenSource? stopAtFirstOutput = null)
    {
        using var output = new WatchedStream(() => stopAtFirstOutput?.Cancel());
        using var error = new MemoryStream();
        var io = new CliSurroundings
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Output = Stream.Synchronized(output),
            Error = Stream.Synchronized(error),
            Environment = environment,
            Time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 15, 15, 0, 0, TimeSpan.Zero)),
            Stop = stopAtFirstOutput?.Token ?? default,
            ConfigureHost = configureHost,
        };
        int exitCode = await CommandLine.RunAsync(arguments, io);
        return new CliRun(exitCode, output.ToArray(), Encoding.UTF8.GetString(error.ToArray()));
    }

    private sealed class WatchedStream(Action written) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer);
            written();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, count);
            written();
        }
    }
}
