using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using Chartcast.App.Composition;
using Chartcast.App.Configuration;
using Chartcast.App.Conformance;
using Chartcast.App.Engines;
using Chartcast.App.Operations;
using Chartcast.Mcp.Dispatch;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Chartcast.App.Cli;

/// <summary>Serves everything over HTTP until a signal comes.</summary>
internal sealed class ServeCommand(CliSurroundings io)
{
    public const string Name = "serve";

    private readonly ServerOptionSet _options = new();

    public Command Build()
    {
        var command = new Command(Name, """
            Serve MCP, the plain endpoints, the event stream and pictures over HTTP.

            Examples:
              chartcast serve
              chartcast serve --port 3002 --data ./prices
              chartcast serve --demo --allow-origin https://example.org
            """);
        _options.AddListeningTo(command);
        _options.AddDataTo(command);
        command.SetAction((result, _) => RunAsync(result));
        return command;
    }

    private async Task<int> RunAsync(ParseResult result)
    {
        ServerOptions options = ServerOptionsReader.Read(io.Environment, _options.Read(result));
        using ILoggerFactory loggers = CliLogs.Create(io, options, LogLevel.Information);
        await using ChartEngine engine = EngineComposition.Build(
            options, io.Time, loggers, meter: MetricsComposition.NewMeter());
        await engine.StartAsync(io.Stop);
        var lifespan = new Lifespan();
        McpServerDefinition definition = ServerComposition.Build(engine);
        if (options.ConformanceFixtures) definition = ConformanceFixtures.AddTo(definition, io.Time);
        await using WebApplication app = WebComposition.Build(engine, definition, lifespan, io.ConfigureHost);
        if (await ListenAsync(app, options) is { } fault) return CliErrors.Write(io, ExitCodes.CannotListen, fault);
        string address = AddressOf(app, options);
        engine.Links.Base = options.PublicUrl ?? new Uri(address + "/");
        WriteEndpoints(address);
        await io.Stop.WaitAsync();
        lifespan.BeginStop();
        await engine.Requests.DrainAsync(CancellationToken.None);
        engine.Events.Close();
        await app.StopAsync();
        return ExitCodes.Ok;
    }

    private static async Task<string?> ListenAsync(WebApplication app, ServerOptions options)
    {
        try
        {
            await app.StartAsync();
            return null;
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"port {options.Port} on {options.Host} is in use: "
                + $"stop what listens there, or choose another with --port or PORT.");
        }
        catch (SocketException exception)
        {
            return CannotListen(options, exception.SocketErrorCode.ToString());
        }
        catch (IOException exception)
        {
            return CannotListen(options, exception.GetBaseException().Message);
        }
    }

    private static string CannotListen(ServerOptions options, string why) => string.Create(
        CultureInfo.InvariantCulture,
        $"cannot listen on {options.Host}, port {options.Port} ({why}): "
        + $"choose another with --host and --port; ports below 1024 need special rights.");

    private static string AddressOf(WebApplication app, ServerOptions options)
    {
        int port = options.Port;
        string? bound = app.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (port == 0 && bound is not null) port = new Uri(bound).Port;
        return string.Create(CultureInfo.InvariantCulture, $"http://{options.ShownHost}:{port}");
    }

    private void WriteEndpoints(string address) => io.WriteLine(
        $"""
        Chart-IMG MCP HTTP Server running on {address}
        MCP Endpoints:
          Initialize: POST {address}/mcp/initialize
          List Tools: POST {address}/mcp/tools/list
          Call Tool:  POST {address}/mcp/tools/call
          SSE Events: GET  {address}/mcp/events/:clientId
          Health:     GET  {address}/mcp/health
        """);
}
