using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using Chartcast.Mcp.Transports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Fixtures;

/// <summary>The HTTP endpoint on a server in memory, with the small tools.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestHost(WebApplication app, Tools tools)
    {
        _app = app;
        Tools = tools;
        Http = NewClient();
    }

    public Tools Tools { get; }

    public HttpClient Http { get; }

    public IHostApplicationLifetime Lifetime => _app.Lifetime;

    public TestServer Server => _app.GetTestServer();

    public static async Task<TestHost> StartAsync(
        McpLimits? limits = null, TimeProvider? time = null, OriginRules? origins = null, BearerRules? bearer = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRoutingCore();
        if (time is not null)
            builder.Services.AddSingleton(time);
        var app = builder.Build();
        app.UseHostAndOriginRules(HostRules.Loopback, origins ?? OriginRules.Own);
        app.UseRouting();
        if (bearer is not null)
            app.UseBearerRules(bearer);
        var tools = new Tools();
        app.MapMcp("/mcp", tools.Definition(limits));
        app.MapGet("/livez", () => "live").Needs(Access.None);
        app.MapPost("/undeclared", () => "done");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestHost(app, tools);
    }

    public HttpClient NewClient()
    {
        var client = Server.CreateClient();
        client.BaseAddress = new Uri("http://localhost:3001");
        return client;
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}

/// <summary>The small tools, and the definition that offers them.</summary>
internal sealed class Tools
{
    public StepsTool Steps { get; } = new();

    public HangTool Hang { get; } = new();

    public JobTool Job { get; } = new();

    public ServerChanges Changes { get; } = new(ChangingLists.Resources);

    public McpServerDefinition Definition(McpLimits? limits = null) => new()
    {
        ServerInfo = new Implementation { Name = "test", Version = "1.0" },
        Instructions = "Use echo.",
        Tools = new ToolCatalog(
        [
            new EchoTool(), Steps, Hang, new FailTool(), new HeaderTool(), new AskTool(), Job,
            new LogTool(), new LiarTool(),
        ]),
        Resources = new TestResources(),
        Prompts = [new GreetPrompt()],
        Completions = new TestCompletions(),
        Changes = Changes,
        Limits = limits ?? new McpLimits(),
    };
}
