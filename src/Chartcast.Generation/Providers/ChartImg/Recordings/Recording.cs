using System.Text.Json.Serialization;

namespace Chartcast.Generation.Providers.ChartImg.Recordings;

/// <summary>One call and its answer, without key and session.</summary>
internal sealed record Recording
{
    /// <summary>Method and path, such as <c>POST /v2/tradingview/advanced-chart</c>.</summary>
    public required string Call { get; init; }

    /// <summary>The body that was sent; empty for none.</summary>
    public required string Sent { get; init; }

    /// <summary>The answer's status.</summary>
    public required int Status { get; init; }

    /// <summary>The answer's media type, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>The answer's body.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>JSON of recordings.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(Recording))]
internal sealed partial class RecordingJson : JsonSerializerContext;
