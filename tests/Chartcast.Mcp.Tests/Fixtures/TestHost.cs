using System.Net.Sockets;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using Chartcast.Mcp.Transports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Fixtures;

/// <summary>The HTTP endpoints on a server in memory, or on a socket of this machine alone, with the small tools.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    /// <summary>A header that stands for an authenticated caller.</summary>
    public const string UserHeader = "X-Test-User";

    private readonly WebApplication _app;
    private readonly string? _socket;

    private TestHost(WebApplication app, Tools tools, string? socket, McpLimits? limits)
    {
        _app = app;
        _socket = socket;
        Tools = tools;
        Serving = HttpServing.Create(app.Services, tools.Definition(limits));
        Http = null!;
    }

    public Tools Tools { get; }

    /// <summary>What the endpoints share, sessions among them.</summary>
    public HttpServing Serving { get; }

    public HttpClient Http { get; private set; }

    public IHostApplicationLifetime Lifetime => _app.Lifetime;

    public TestServer Server => _app.GetTestServer();

    public static async Task<TestHost> StartAsync(
        McpLimits? limits = null,
        TimeProvider? time = null,
        OriginRules? origins = null,
        BearerRules? bearer = null,
        string? socket = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        if (socket is null)
            builder.WebHost.UseTestServer();
        else
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(socket));
        builder.Services.AddRoutingCore();
        // So long that a test which has to wait for it fails.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromHours(1));
        if (time is not null)
            builder.Services.AddSingleton(time);
        var app = builder.Build();
        app.UseHostAndOriginRules(HostRules.Loopback, origins ?? OriginRules.Own);
        app.UseRouting();
        if (bearer is not null)
            app.UseBearerRules(bearer);
        app.Use(next => context =>
        {
            if (context.Request.Headers[UserHeader] is [{ } user])
                context.Features.Set(new Caller { Subject = user, Access = Access.Write });
            return next(context);
        });
        var host = new TestHost(app, new Tools(), socket, limits);
        app.MapMcp("/mcp", host.Serving, new HttpSsePaths());
        app.MapGet("/livez", () => "live").Needs(Access.None);
        app.MapPost("/undeclared", () => "done");
        await app.StartAsync(TestContext.Current.CancellationToken);
        host.Http = host.NewClient();
        return host;
    }

    public HttpClient NewClient()
    {
        var client = _socket is null ? Server.CreateClient() : new HttpClient(SocketHandler());
        client.BaseAddress = new Uri("http://localhost:3001");
        return client;
    }

    /// <summary>A connection without HTTP.</summary>
    public async Task<NetworkStream> ConnectAsync(CancellationToken cancellationToken)
    {
        var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await client.ConnectAsync(new UnixDomainSocketEndPoint(_socket!), cancellationToken);
        return new NetworkStream(client, ownsSocket: true);
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        if (_socket is not null)
            File.Delete(_socket);
    }

    private SocketsHttpHandler SocketHandler() => new()
    {
        ConnectCallback = async (_, cancellationToken) => await ConnectAsync(cancellationToken),
    };
}

/// <summary>The small tools, and the definition that offers them.</summary>
internal sealed class Tools
{
    public StepsTool Steps { get; } = new();

    public HangTool Hang { get; } = new();

    public JobTool Job { get; } = new();

    public ServerChanges Changes { get; } = new(ChangingLists.Resources);

    public GateTool Gate { get; } = new();

    public LeaveTool Leave { get; } = new();

    public McpServerDefinition Definition(McpLimits? limits = null) => new()
    {
        ServerInfo = new Implementation { Name = "test", Version = "1.0" },
        Instructions = "Use echo.",
        Tools = new ToolCatalog(
        [
            new EchoTool(), Steps, Hang, new FailTool(), new HeaderTool(), new AskTool(), Job,
            new LogTool(), new LiarTool(), Gate, Leave, new LargeTool(),
        ]),
        Resources = new TestResources(),
        Prompts = [new GreetPrompt()],
        Completions = new TestCompletions(),
        Changes = Changes,
        Limits = limits ?? new McpLimits(),
    };
}
