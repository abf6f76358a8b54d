using System.Diagnostics;
using System.Text.Json;

namespace Chartcast.SystemTests.Processes;

/// <summary>A running <c>chartcast stdio</c> in folders of its own, spoken to line by line.</summary>
public sealed class StdioServer : IAsyncDisposable
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(90);

    private readonly ScratchFolder _folder = new();
    private readonly Process _process;

    private StdioServer(
        string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        Dictionary<string, string> all = new(environment)
        {
            // Everywhere that a program may think of writing to, and without the runtime's own diagnostic socket.
            ["HOME"] = Folder("home"),
            ["XDG_DATA_HOME"] = Folder("data"),
            ["TMPDIR"] = Folder("temporary"),
            ["DOTNET_EnableDiagnostics"] = "0",
        };
        _process = Command.Start(program, arguments, all, Folder("current"));
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>The files and folders in its folders, which were empty.</summary>
    public IEnumerable<string> Written => Directory.GetDirectories(_folder.Path)
        .SelectMany(place => Directory.EnumerateFileSystemEntries(place, "*", SearchOption.AllDirectories));

    public static StdioServer Start(
        string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        new(program, arguments, environment ?? new Dictionary<string, string>());

    /// <summary>Writes a message that gets no answer.</summary>
    public async Task TellAsync(string message)
    {
        await _process.StandardInput.WriteLineAsync(message);
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Writes a request and returns the result of the next answer; notifications may come before it.</summary>
    public async Task<JsonElement> AskAsync(string request)
    {
        await TellAsync(request);
        string line = await ReadAnswerAsync() ?? throw new InvalidOperationException("The server ended.");
        using JsonDocument answer = JsonDocument.Parse(line);
        Assert.True(answer.RootElement.TryGetProperty("result", out JsonElement result), line);
        return result.Clone();
    }

    /// <summary>Ends its input; returns its exit code once it has ended without a further answer.</summary>
    public async Task<int> EndAsync()
    {
        _process.StandardInput.Close();
        Assert.Null(await ReadAnswerAsync());
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(AnswerLimit);
        return _process.ExitCode;
    }

    private async Task<string?> ReadAnswerAsync()
    {
        while (await ReadLineAsync() is { } line)
        {
            using JsonDocument message = JsonDocument.Parse(line);
            if (message.RootElement.TryGetProperty("id", out _)) return line;
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _folder.Dispose();
    }

    private async Task<string?> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(AnswerLimit);

    private string Folder(string name) => Directory.CreateDirectory(_folder.File(name)).FullName;
}
