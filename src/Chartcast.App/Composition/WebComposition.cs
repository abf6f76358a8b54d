using System.Net;
using Chartcast.App.ChartImgApi;
using Chartcast.App.Configuration;
using Chartcast.App.Dashboard;
using Chartcast.App.Engines;
using Chartcast.App.Guide;
using Chartcast.App.Operations;
using Chartcast.App.Pictures;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using Chartcast.Mcp.Security.OAuth;
using Chartcast.Mcp.Transports;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpenTelemetry.Metrics;

namespace Chartcast.App.Composition;

/// <summary>Wires the HTTP front doors.</summary>
internal static class WebComposition
{
    private const int MaximumBodyBytes = 1024 * 1024;
    private const int MaximumHeaders = 64;
    private const int MaximumHeaderBytes = 16 * 1024;

    public static WebApplication Build(
        ChartEngine engine,
        McpServerDefinition definition,
        Lifespan lifespan,
        Action<IWebHostBuilder>? configureHost = null)
    {
        // Empty: no settings files, no watching of the current directory (an MCP client may start us in any), no
        // environment variables of the framework's own.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(engine.Loggers);
        builder.Services.AddSingleton(engine.Time);
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        // Made by the container, so that it ends with it.
        if (engine.Meter is { } meter) builder.Services.AddSingleton(_ => MetricsComposition.Provider(meter));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Limit(kestrel, engine.Options));
        configureHost?.Invoke(builder.WebHost);
        WebApplication app = builder.Build();
        Guard(app, engine);
        Map(app, engine, definition, lifespan);
        return app;
    }

    private static void Limit(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaximumBodyBytes;
        kestrel.Limits.MaxRequestHeaderCount = MaximumHeaders;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaximumHeaderBytes;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(120);
        kestrel.Limits.MaxConcurrentConnections = options.MaximumConnections;
        void Plain(ListenOptions listen) => listen.Protocols = HttpProtocols.Http1;
        if (options.Host == "localhost" && options.Port != 0) kestrel.ListenLocalhost(options.Port, Plain);
        else
        {
            IPAddress address = options.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(options.Host);
            kestrel.Listen(address, options.Port, Plain);
        }
    }

    private static void Guard(WebApplication app, ChartEngine engine)
    {
        ServerOptions options = engine.Options;
        string[] publicHost = options.PublicUrl is { } address ? [address.Host] : [];
        app.UseHostAndOriginRules(
            new HostRules([.. options.AllowedHosts, .. publicHost]), OriginRules.Parse(options.AllowedOrigins));
        var unmatched = new UnmatchedAnswers(engine.Loggers.CreateLogger<UnmatchedAnswers>());
        app.Use(next => context => unmatched.InvokeAsync(context, next));
        app.Use(next => context => BrowserFront.InvokeAsync(context, next));
        app.UseRouting();
        if (AccessComposition.Rules(engine) is { } rules) app.UseBearerRules(rules);
    }

    private static void Map(
        WebApplication app, ChartEngine engine, McpServerDefinition definition, Lifespan lifespan)
    {
        app.MapMcp("/mcp", definition, engine.Options.LegacySse ? new HttpSsePaths() : null);
        new GuideEndpoints(engine, definition, engine.Loggers.CreateLogger<GuideEndpoints>()).Map(app);
        new PictureEndpoints(engine, new ChartFiles(engine)).Map(app);
        new ChartImgEndpoints(engine).Map(app);
        DashboardEndpoints.Map(app);
        new ProbeEndpoints(engine, lifespan).Map(app);
        if (app.Services.GetService<MeterProvider>() is { } metrics) new MetricsEndpoint(metrics).Map(app);
        if (AccessComposition.Resource(engine.Options) is { } resource) app.MapResourceMetadata("/mcp", resource);
    }

    /// <summary>Leaves signals to the command line, which drains charts first.</summary>
    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
