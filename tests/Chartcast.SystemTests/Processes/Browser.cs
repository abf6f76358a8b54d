using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Chartcast.SystemTests.Processes;

/// <summary>A headless Chromium, steered over its DevTools protocol.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ScratchFolder _profile;
    private readonly ClientWebSocket _socket = new();
    private int _nextId;

    private Browser(Process process, ScratchFolder profile)
    {
        _process = process;
        _profile = profile;
    }

    public static async Task<Browser> StartAsync()
    {
        string chromium = Command.Require("chromium", "chromium");
        var profile = new ScratchFolder();
        Process process = Command.Start(chromium,
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--remote-debugging-port=0", $"--user-data-dir={profile.Path}", "about:blank",
        ]);
        var browser = new Browser(process, profile);
        var port = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            // "DevTools listening on ws://127.0.0.1:PORT/devtools/browser/…"
            if (line.Data?.StartsWith("DevTools listening on ", StringComparison.Ordinal) == true)
                port.TrySetResult(new Uri(line.Data["DevTools listening on ".Length..]).Port);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        string pages = await http.GetStringAsync($"http://127.0.0.1:{await port.Task.WaitAsync(Limit)}/json/list");
        using JsonDocument list = JsonDocument.Parse(pages);
        string address = list.RootElement.EnumerateArray()
            .First(page => page.GetProperty("type").GetString() == "page").GetProperty("webSocketDebuggerUrl").GetString()!;
        await browser._socket.ConnectAsync(new Uri(address), CancellationToken.None).WaitAsync(Limit);
        return browser;
    }

    /// <summary>Goes to a page and waits for it.</summary>
    public async Task GoToAsync(Uri page)
    {
        await SendAsync("Page.navigate", $$"""{"url":"{{page}}"}""");
        await EvaluateAsync(
            $"new Promise(done => {{ const look = () => location.href === '{page}' && document.readyState === 'complete' "
            + "? done('ready') : setTimeout(look, 20); look(); })");
    }

    /// <summary>Runs a script that gives a string, or a promise of one.</summary>
    public async Task<string> EvaluateAsync(string script)
    {
        JsonElement answer = await SendAsync("Runtime.evaluate",
            $$"""{"expression":{{JsonEncodedText.Encode(script).Quoted()}},"awaitPromise":true,"returnByValue":true}""");
        JsonElement result = answer.GetProperty("result");
        Assert.False(result.TryGetProperty("exceptionDetails", out JsonElement fault), fault.ToString());
        return result.GetProperty("result").GetProperty("value").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _profile.Dispose();
    }

    private async Task<JsonElement> SendAsync(string method, string parameters)
    {
        int id = ++_nextId;
        byte[] message = Encoding.UTF8.GetBytes($$"""{"id":{{id}},"method":"{{method}}","params":{{parameters}}}""");
        using var limit = new CancellationTokenSource(Limit);
        await _socket.SendAsync(message, WebSocketMessageType.Text, true, limit.Token);
        var buffer = new byte[1 << 16];
        while (true)
        {
            using var received = new MemoryStream();
            WebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer, limit.Token);
                received.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);
            using JsonDocument document = JsonDocument.Parse(received.ToArray());
            if (document.RootElement.TryGetProperty("id", out JsonElement answered) && answered.GetInt32() == id)
                return document.RootElement.Clone();
        }
    }
}

file static class Quoting
{
    public static string Quoted(this JsonEncodedText text) => $"\"{text}\"";
}
