using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Dispatch;

/// <summary>What a server is and offers; one definition serves every transport.</summary>
public sealed record McpServerDefinition
{
    /// <summary>Name, title, version and web site.</summary>
    public required Implementation ServerInfo { get; init; }

    /// <summary>What a model should know before it uses the tools.</summary>
    public required string Instructions { get; init; }

    /// <summary>The tools.</summary>
    public required ToolCatalog Tools { get; init; }

    /// <summary>The resources; null when the server has none.</summary>
    public IResourceSource? Resources { get; init; }

    /// <summary>The bounds every transport keeps.</summary>
    public McpLimits Limits { get; init; } = new();
}
