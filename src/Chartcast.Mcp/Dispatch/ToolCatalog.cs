using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Dispatch;

/// <summary>The tools of a server, in the order they are listed. Immutable.</summary>
public sealed class ToolCatalog
{
    private readonly Dictionary<string, McpTool> _byName;
    private readonly Lazy<Dictionary<McpTool, IReadOnlyList<HeaderParameter>>> _headers;
    private readonly Lazy<IReadOnlyList<Tool>> _protocolTools;
    private readonly Lazy<JsonElement> _listJson;

    /// <summary>Makes a catalog.</summary>
    /// <param name="tools">The tools in listing order; names must be unique.</param>
    /// <exception cref="ArgumentException">Two tools share a name.</exception>
    public ToolCatalog(IReadOnlyList<McpTool> tools)
    {
        ArgumentNullException.ThrowIfNull(tools);
        Tools = [.. tools];
        _byName = new Dictionary<string, McpTool>(StringComparer.Ordinal);
        foreach (var tool in Tools)
        {
            if (!_byName.TryAdd(tool.Name, tool))
                throw new ArgumentException($"Two tools are named '{tool.Name}'.", nameof(tools));
        }

        // Schemas are made when they are first asked for: a host that only says hello does not wait for them.
        _headers = new(() => Tools.ToDictionary(tool => tool, tool => HeaderParameter.Of(tool.InputSchema)));
        _protocolTools = new(() => [.. Tools.Select(tool => tool.ToProtocol())]);
        _listJson = new(Serialize);
    }

    /// <summary>All tools in listing order.</summary>
    public IReadOnlyList<McpTool> Tools { get; }

    /// <summary>The result of <c>tools/list</c>: <c>{"tools":[…]}</c>, without fields of a single revision.</summary>
    public JsonElement ListJson => _listJson.Value;

    /// <summary>The tools as <c>tools/list</c> shows them.</summary>
    internal IReadOnlyList<Tool> ProtocolTools => _protocolTools.Value;

    /// <summary>Finds a tool by its exact, case-sensitive name.</summary>
    /// <param name="name">The name asked for.</param>
    /// <param name="tool">The tool found.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(string name, [NotNullWhen(true)] out McpTool? tool) => _byName.TryGetValue(name, out tool);

    /// <summary>Which of a tool's arguments are repeated in headers.</summary>
    internal IReadOnlyList<HeaderParameter> HeaderParametersOf(McpTool tool) => _headers.Value[tool];

    /// <summary>The names most like one that does not exist, best first, at most three.</summary>
    /// <param name="name">The name asked for.</param>
    /// <returns>Names worth suggesting; empty when nothing is near.</returns>
    public IReadOnlyList<string> Nearest(string name) => NearestNames.Of(name, _byName.Keys, count: 3);

    /// <summary>Makes at once what else is made when it is first asked for.</summary>
    /// <exception cref="ArgumentException">A schema marks headers wrongly.</exception>
    internal void Complete()
    {
        _ = _headers.Value;
        _ = _listJson.Value;
    }

    private JsonElement Serialize()
    {
        var list = new ListToolsResult { Tools = [.. ProtocolTools] };
        var typeInfo = (JsonTypeInfo<ListToolsResult>)McpJsonUtilities.DefaultOptions
            .GetTypeInfo(typeof(ListToolsResult));
        return JsonSerializer.SerializeToElement(list, typeInfo);
    }
}
