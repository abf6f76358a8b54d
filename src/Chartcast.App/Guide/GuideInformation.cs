using System.Text.Json;
using Chartcast.App.Engines;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Revisions;

namespace Chartcast.App.Guide;

/// <summary>What the server says about itself.</summary>
internal sealed class GuideInformation(ChartEngine engine, McpServerDefinition definition)
{
    private const int HeartbeatSeconds = 30;

    /// <summary>GET /mcp/health: the guide's four members first, ours after them.</summary>
    public async Task WriteHealthAsync(HttpContext context)
    {
        string? storageFault = await engine.StorageFaultAsync(context.RequestAborted);
        if (storageFault is not null) context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        await GuideAnswers.WriteAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteString("status"u8, storageFault is null ? "healthy"u8 : "unhealthy"u8);
            WriteTimestamp(json);
            json.WriteNumber("clientCount"u8, engine.Events.ListenerCount);
            // The local engine needs no setting up, so there is always somebody who draws.
            json.WriteBoolean("chartServiceConfigured"u8, engine.ProviderNames.Count > 0);
            json.WriteString("version"u8, definition.ServerInfo.Version);
            WriteStrings(json, "providers"u8, engine.ProviderNames);
            json.WriteNumber("waiting"u8, engine.Requests.WaitingCount);
            json.WriteNumber("unfinished"u8, engine.Requests.UnfinishedCount);
            if (storageFault is not null) json.WriteString("storage"u8, storageFault);
            json.WriteEndObject();
        });
    }

    /// <summary>GET /: what is here and where.</summary>
    public Task WriteServerAsync(HttpContext context) => GuideAnswers.WriteAsync(context, json =>
    {
        json.WriteStartObject();
        json.WriteString("name"u8, definition.ServerInfo.Name);
        json.WriteString("title"u8, definition.ServerInfo.Title);
        json.WriteString("version"u8, definition.ServerInfo.Version);
        json.WriteString("description"u8, definition.ServerInfo.Description);
        json.WriteStartObject("endpoints"u8);
        string root = RootOf(context.Request);
        json.WriteString("mcp"u8, root + "/mcp");
        json.WriteString("initialize"u8, "POST " + root + GuideEndpoints.InitializePath);
        json.WriteString("listTools"u8, "POST " + root + GuideEndpoints.ListToolsPath);
        json.WriteString("callTool"u8, "POST " + root + GuideEndpoints.CallToolPath);
        json.WriteString("events"u8, "GET " + root + "/mcp/events/:clientId");
        json.WriteString("health"u8, "GET " + root + GuideEndpoints.HealthPath);
        json.WriteString("pictures"u8, "GET " + root + "/charts/:requestId.png");
        json.WriteEndObject();
        WriteStrings(json, "tools"u8, definition.Tools.Tools.Select(tool => tool.Name));
        json.WriteEndObject();
    });

    /// <summary>The result of <c>initialize</c>: MCP's own members, and where the event stream is.</summary>
    public void WriteInitializeResult(Utf8JsonWriter json, HttpRequest http, GuideRequest request)
    {
        json.WriteStartObject();
        json.WriteString("protocolVersion"u8, Handshake.AnswerTo(WishOf(request)));
        json.WriteStartObject("capabilities"u8);
        json.WriteStartObject("tools"u8);
        json.WriteBoolean("listChanged"u8, false);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("serverInfo"u8);
        json.WriteString("name"u8, definition.ServerInfo.Name);
        json.WriteString("title"u8, definition.ServerInfo.Title);
        json.WriteString("version"u8, definition.ServerInfo.Version);
        json.WriteEndObject();
        json.WriteString("instructions"u8, definition.Instructions);
        json.WriteStartObject("eventStream"u8);
        json.WriteString("url"u8, RootOf(http) + GuideEndpoints.EventsPath);
        json.WriteNumber("heartbeatSeconds"u8, HeartbeatSeconds);
        WriteStrings(json, "events"u8, ["connection", "chart_progress", "history_lost", "shutdown"]);
        WriteStrings(json, "filters"u8, ["scope", "requestId", "symbol"]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string? WishOf(GuideRequest request) =>
        request.Params.ValueKind == JsonValueKind.Object
        && request.Params.TryGetProperty("protocolVersion"u8, out JsonElement wish)
        && wish.ValueKind == JsonValueKind.String
            ? GuideRequestReader.TextOf(wish)
            : null;

    private static string RootOf(HttpRequest request) => $"{request.Scheme}://{request.Host.Value}";

    private void WriteTimestamp(Utf8JsonWriter json) =>
        json.WriteString("timestamp"u8, engine.Time.GetUtcNow().UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));

    private static void WriteStrings(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
