using System.Text.Json;
using Chartcast.App.Engines;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>Tells whether the server is set up and well.</summary>
public sealed class HealthCheckTool(ChartEngine engine, string version) : ChartTool(engine)
{
    private readonly DateTimeOffset _begin = engine.Time.GetUtcNow();

    /// <inheritdoc/>
    public override string Name => "health_check";

    /// <inheritdoc/>
    public override string Title => "Check the server";

    /// <inheritdoc/>
    public override IList<Icon> Icons => ToolIcons.Health;

    /// <inheritdoc/>
    public override string Description =>
        "Tells whether the server is well and how it is set up: who draws, where data come from, how much waits, and "
        + "whether history can be kept.";

    /// <inheritdoc/>
    public override JsonElement InputSchema => ToolSchemas.NoArguments;

    /// <inheritdoc/>
    public override JsonElement? OutputSchema => ToolSchemas.Health;

    /// <inheritdoc/>
    public override Access RequiredAccess => Access.Read;

    /// <inheritdoc/>
    public override ToolAnnotations Annotations { get; } = ToolSchemas.ReadOnly("Check the server");

    /// <inheritdoc/>
    protected override async ValueTask<CallToolResult> WorkAsync(ToolCall call, CancellationToken cancellationToken)
    {
        string? storageFault = await Engine.StorageFaultAsync(cancellationToken);
        string status = storageFault is null ? "healthy" : "unhealthy";
        string drawn = string.Join(" and ", Engine.ProviderNames);
        ChartImgHealth? chartImg = ChartImgHealth.Of(Engine.ChartImg);
        string text = $"{status}: charts are drawn by {drawn}; {Engine.Requests.UnfinishedCount} unfinished, "
            + $"{Engine.Events.ListenerCount} listening."
            + (chartImg is null ? "" : " " + chartImg.Text)
            + (storageFault is null ? "" : $" Storage: {storageFault}");
        return ToolAnswers.Of(text, json =>
        {
            DateTimeOffset now = Engine.Time.GetUtcNow();
            json.WriteStartObject();
            json.WriteString("status"u8, status);
            json.WriteString("timestamp"u8, now.UtcDateTime);
            json.WriteNumber("clientCount"u8, Engine.Events.ListenerCount);
            json.WriteBoolean("chartServiceConfigured"u8, Engine.ProviderNames.Count > 0);
            json.WriteString("version"u8, version);
            json.WriteNumber("uptimeSeconds"u8, (long)(now - _begin).TotalSeconds);
            json.WriteStartArray("providers"u8);
            foreach (string name in Engine.ProviderNames) json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteBoolean("chartImgKeySet"u8, Engine.Providers.HasChartImg);
            json.WriteBoolean("dataDirectorySet"u8, Engine.Options.DataDirectory is not null);
            json.WriteBoolean("demo"u8, Engine.Feeds.IsDemo);
            json.WriteNumber("waiting"u8, Engine.Requests.WaitingCount);
            json.WriteNumber("unfinished"u8, Engine.Requests.UnfinishedCount);
            chartImg?.Write(json);
            if (storageFault is not null) json.WriteString("storage"u8, storageFault);
            json.WriteEndObject();
        });
    }
}
