using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Chartcast.App.Composition;
using Chartcast.App.Configuration;
using Chartcast.App.Engines;
using Chartcast.App.Operations;
using Chartcast.Mcp.Dispatch;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.App.Tests.Doubles;

/// <summary>The whole program behind its HTTP front doors: in memory, in a temporary folder, on a clock that
/// stands.</summary>
public sealed class TestApp : IAsyncDisposable
{
    public const string Key = "very-secret-key-4711";

    private readonly WebApplication _app;
    private readonly TemporaryFolder _folder;

    private TestApp(TemporaryFolder folder, ServerOptions options, IReadOnlyList<McpTool>? tools)
    {
        _folder = folder;
        Loggers = LoggerFactory.Create(logging => logging
            .SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddProvider(Log));
        Engine = EngineComposition.Build(options, Time, Loggers, meter: MetricsComposition.NewMeter());
        Engine.Links.Base = new Uri("http://localhost:3001/");
        Definition = ServerComposition.Build(Engine);
        if (tools is not null) Definition = Definition with { Tools = new ToolCatalog(tools) };
        _app = WebComposition.Build(Engine, Definition, Lifespan, host => host.UseTestServer());
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 15, 15, 0, 0, TimeSpan.Zero));

    public RecordingLog Log { get; } = new();

    public ILoggerFactory Loggers { get; }

    public Lifespan Lifespan { get; } = new();

    internal ChartEngine Engine { get; }

    internal McpServerDefinition Definition { get; }

    public IReadOnlyList<Microsoft.AspNetCore.Routing.RouteEndpoint> Endpoints =>
        [.. ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)_app).DataSources
            .SelectMany(source => source.Endpoints).OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()];

    public static async Task<TestApp> StartAsync(
        Func<ServerOptions, ServerOptions>? change = null, IReadOnlyList<McpTool>? tools = null)
    {
        var folder = new TemporaryFolder();
        folder.WriteBars("prices.csv");
        var options = new ServerOptions { StateDirectory = folder.In("state"), DataDirectory = folder.Path };
        var app = new TestApp(folder, change?.Invoke(options) ?? options, tools);
        await app.Engine.StartAsync(CancellationToken.None);
        await app._app.StartAsync();
        return app;
    }

    public HttpClient Client() => _app.GetTestClient();

    public HttpMessageHandler Handler() => _app.GetTestServer().CreateHandler();

    public HttpClient ClientOf(string token)
    {
        HttpClient client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async Task<HttpResponseMessage> PostAsync(string path, string body, string type = "application/json")
    {
        using HttpClient client = Client();
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return await client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> PostJsonAsync(string path, string body)
    {
        using HttpResponseMessage response = await PostAsync(path, body);
        return await JsonOf(response);
    }

    /// <summary>Calls a tool as the guide shows it.</summary>
    public Task<JsonElement> CallAsync(string tool, string arguments) =>
        PostJsonAsync("/mcp/tools/call", BodyOf(tool, arguments));

    /// <summary>Calls a tool as the guide shows it, with a token.</summary>
    public async Task<JsonElement> CallAsync(string token, string tool, string arguments)
    {
        using HttpClient client = ClientOf(token);
        using var content = new StringContent(BodyOf(tool, arguments), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await client.PostAsync(
            new Uri("/mcp/tools/call", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await JsonOf(response);
    }

    public async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using HttpClient client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<EventReader> ListenAsync(string path, params (string Name, string Value)[] headers)
    {
        HttpClient client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        HttpResponseMessage response = await client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return await EventReader.OpenAsync(client, response);
    }

    public static async Task<JsonElement> JsonOf(HttpResponseMessage response)
    {
        byte[] bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using JsonDocument document = JsonDocument.Parse(bytes);
        return document.RootElement.Clone();
    }

    private static string BodyOf(string tool, string arguments) =>
        $$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{tool}}","arguments":{{arguments}} } }""";

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await _app.DisposeAsync();
        Loggers.Dispose();
        _folder.Dispose();
    }
}
