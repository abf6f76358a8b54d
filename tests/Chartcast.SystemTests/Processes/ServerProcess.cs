using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Chartcast.SystemTests.Processes;

/// <summary>A running <c>chartcast serve</c> on a port of the system's choice.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly Channel<string> _log = Channel.CreateUnbounded<string>();

    private ServerProcess(Process process)
    {
        _process = process;
        Http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public HttpClient Http { get; }

    public int Id => _process.Id;

    public string Output => string.Join('\n', _output);

    public string Errors => string.Join('\n', _errors);

    /// <summary>Starts the program that was built with the tests, or another one, and waits until it listens.</summary>
    public static async Task<ServerProcess> StartAsync(
        string stateFolder,
        IReadOnlyList<string>? arguments = null,
        IReadOnlyDictionary<string, string>? environment = null,
        string? program = null)
    {
        string[] command = ["serve", "--port", "0", "--state", stateFolder, .. arguments ?? []];
        var server = new ServerProcess(program is null
            ? Command.Start("dotnet", [Checkout.Program, .. command], environment)
            : Command.Start(program, command, environment));
        await server.WaitForAddressAsync();
        return server;
    }

    /// <summary>A signal, by its number.</summary>
    public void Signal(int number) => Assert.Equal(0, SendSignal(_process.Id, number));

    /// <summary>Waits for a log line that holds a text.</summary>
    public async Task WaitForLogAsync(string text)
    {
        using var limit = new CancellationTokenSource(StartLimit);
        while (!(await _log.Reader.ReadAsync(limit.Token)).Contains(text, StringComparison.Ordinal))
        {
        }
    }

    /// <summary>Waits until it has ended; returns its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Ends it as power loss would.</summary>
    public async Task KillAsync()
    {
        Signal(9);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks it to stop and waits; returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        Signal(15);
        return await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task WaitForAddressAsync()
    {
        var listening = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                listening.TrySetException(new InvalidOperationException("The server ended:\n" + Errors));
                return;
            }

            _output.Enqueue(line.Data);
            // The last line of the list: everything before it has been printed.
            Match match = HealthLine().Match(line.Data);
            if (match.Success) listening.TrySetResult(int.Parse(match.Groups[1].Value));
        };
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) return;
            _errors.Enqueue(line.Data);
            _log.Writer.TryWrite(line.Data);
        };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = new Uri($"http://127.0.0.1:{await listening.Task.WaitAsync(StartLimit)}/");
        Http.BaseAddress = Address;
    }

    [GeneratedRegex(@"^\s*Health:\s+GET\s+http://localhost:(\d+)/mcp/health$")]
    private static partial Regex HealthLine();

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int processId, int signal);
}
