using System.Text.Json.Serialization;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tasks;

/// <summary>The result of a call that became a task (<c>resultType: task</c>).</summary>
internal sealed class TaskCreated : Result
{
    [JsonPropertyName("taskId")]
    public required string TaskId { get; init; }

    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("statusMessage")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StatusMessage { get; init; }

    [JsonPropertyName("createdAt")]
    public required string CreatedAt { get; init; }

    [JsonPropertyName("lastUpdatedAt")]
    public required string LastUpdatedAt { get; init; }

    [JsonPropertyName("ttlMs")]
    public required long TtlMs { get; init; }

    [JsonPropertyName("pollIntervalMs")]
    public required long PollIntervalMs { get; init; }
}

/// <summary>Types of the extension that the SDK does not know.</summary>
[JsonSerializable(typeof(TaskCreated))]
internal sealed partial class TaskJson : JsonSerializerContext;
