using System.Security.Cryptography;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Dispatch;

/// <summary>What a server is and offers; one definition serves every transport.</summary>
public sealed record McpServerDefinition
{
    // Drawn when it is first needed: the system's cryptography loads longer than all else before a first answer.
    private readonly Lazy<byte[]> _randomKey = new(static () => RandomNumberGenerator.GetBytes(32));

    /// <summary>Name, title, version and web site.</summary>
    public required Implementation ServerInfo { get; init; }

    /// <summary>What a model should know before it uses the tools.</summary>
    public required string Instructions { get; init; }

    /// <summary>The tools.</summary>
    public required ToolCatalog Tools { get; init; }

    /// <summary>The resources; null when the server has none.</summary>
    public IResourceSource? Resources { get; init; }

    /// <summary>The prompts in listing order; empty when the server has none.</summary>
    public IReadOnlyList<McpPrompt> Prompts { get; init; } = [];

    /// <summary>Proposes values of prompt arguments and template variables; null when nobody does.</summary>
    public ICompletionSource? Completions { get; init; }

    /// <summary>What changes while the server runs.</summary>
    public ServerChanges Changes { get; init; } = new(ChangingLists.None);

    /// <summary>
    /// 32 secret bytes that seal what travels through clients between two rounds of a call; random by default, so that
    /// such calls do not outlive the process. Servers behind one address share them.
    /// </summary>
    public ReadOnlyMemory<byte> StateKey
    {
        get => field.IsEmpty ? _randomKey.Value : field;
        init;
    }

    /// <summary>The bounds every transport keeps.</summary>
    public McpLimits Limits { get; init; } = new();
}
