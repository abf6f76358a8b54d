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
    private readonly List<string> _complaints = [];
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

    /// <summary>Begins to note what pages complain about: exceptions, errors and warnings of the console, what the browser
    /// could not load, and breaches of the content security policy.</summary>
    public async Task WatchAsync()
    {
        await SendAsync("Runtime.enable", "{}");
        await SendAsync("Log.enable", "{}");
        await SendAsync("Page.enable", "{}");
        await SendAsync("Page.addScriptToEvaluateOnNewDocument", """
            {"source":"addEventListener('securitypolicyviolation', e => console.error('CSP', e.violatedDirective, e.blockedURI))"}
            """);
    }

    /// <summary>What pages complained about since <see cref="WatchAsync"/>.</summary>
    public async Task<IReadOnlyList<string>> ComplaintsAsync()
    {
        // What was said before the answer has come before it.
        await EvaluateAsync("'asked'");
        return _complaints;
    }

    /// <summary>Looks as another device would.</summary>
    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="height">Likewise.</param>
    /// <param name="isDark">Whether its reader prefers dark colours.</param>
    public async Task ResizeAsync(int width, int height, bool isDark = false)
    {
        await SendAsync("Emulation.setDeviceMetricsOverride",
            $$"""{"width":{{width}},"height":{{height}},"deviceScaleFactor":1,"mobile":{{(width < 600 ? "true" : "false")}}}""");
        await SendAsync("Emulation.setEmulatedMedia",
            $$"""{"features":[{"name":"prefers-color-scheme","value":"{{(isDark ? "dark" : "light")}}"}]}""");
    }

    /// <summary>Writes into what has the focus.</summary>
    public Task TypeAsync(string text) =>
        SendAsync("Input.insertText", $$"""{"text":{{JsonEncodedText.Encode(text).Quoted()}}}""");

    /// <summary>Presses and lets go the Enter key.</summary>
    public async Task PressEnterAsync()
    {
        const string Key = "\"key\":\"Enter\",\"code\":\"Enter\",\"windowsVirtualKeyCode\":13";
        await SendAsync("Input.dispatchKeyEvent", $$"""{"type":"keyDown","text":"\r",{{Key}}}""");
        await SendAsync("Input.dispatchKeyEvent", $$"""{"type":"keyUp",{{Key}}}""");
    }

    /// <summary>Waits until an expression of the page is true.</summary>
    public async Task UntilAsync(string expression) => Assert.Equal("true", await EvaluateAsync($$"""
        new Promise(done => {
          const end = Date.now() + 30000;
          const look = () => ({{expression}}) ? done('true')
            : Date.now() > end ? done('never true: ' + document.body.innerText.slice(0, 2000)) : setTimeout(look, 20);
          look();
        })
        """));

    /// <summary>Writes the whole page as a PNG.</summary>
    public async Task ScreenshotAsync(string path)
    {
        JsonElement answer = await SendAsync(
            "Page.captureScreenshot", """{"format":"png","captureBeyondViewport":true}""");
        byte[] picture = answer.GetProperty("result").GetProperty("data").GetBytesFromBase64();
        await File.WriteAllBytesAsync(path, picture);
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

    private static string? ComplaintOf(JsonElement message)
    {
        if (!message.TryGetProperty("method", out JsonElement method)) return null;
        JsonElement told = message.GetProperty("params");
        return method.GetString() switch
        {
            "Runtime.exceptionThrown" => told.GetRawText(),
            "Runtime.consoleAPICalled" when told.GetProperty("type").GetString() is "error" or "warning" or "assert"
                => told.GetProperty("args").GetRawText(),
            "Log.entryAdded" when told.GetProperty("entry").GetProperty("level").GetString() is "error" or "warning"
                => told.GetProperty("entry").GetRawText(),
            _ => null,
        };
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
            if (ComplaintOf(document.RootElement) is { } complaint) _complaints.Add(complaint);
        }
    }
}

file static class Quoting
{
    public static string Quoted(this JsonEncodedText text) => $"\"{text}\"";
}
