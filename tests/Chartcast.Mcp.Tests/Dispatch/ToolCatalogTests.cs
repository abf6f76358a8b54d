using System.Text.Json;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tests.Fixtures;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Dispatch;

public sealed class ToolCatalogTests
{
    [Fact]
    public void Schemas_AreMade_WhenTheListIsAskedFor()
    {
        var tool = new CountingTool("""{"type":"object"}""");
        var catalog = new ToolCatalog([new EchoTool(), tool]);
        Assert.True(catalog.TryFind(tool.Name, out _));
        Assert.Equal(0, tool.SchemaReads);

        Assert.Equal(2, catalog.ListJson.GetProperty("tools").GetArrayLength());
        Assert.NotEqual(0, tool.SchemaReads);
        Assert.Equal(2, catalog.ProtocolTools.Count);
    }

    [Fact]
    public void Complete_Refuses_AnArgumentThatCanBeNoHeader()
    {
        var tool = new CountingTool(
            """{"type":"object","properties":{"list":{"type":"array","x-mcp-header":"List"}}}""");
        Assert.Throws<ArgumentException>(() => new ToolCatalog([tool]).Complete());
    }

    [Fact]
    public void Names_AreUnique() =>
        Assert.Throws<ArgumentException>(() => new ToolCatalog([new EchoTool(), new EchoTool()]));

    private sealed class CountingTool(string schema) : McpTool
    {
        public int SchemaReads { get; private set; }

        public override string Name => "counting";

        public override string Title => "Counting";

        public override string Description => "Counts how often its schema is read.";

        public override JsonElement InputSchema
        {
            get
            {
                SchemaReads++;
                return JsonElement.Parse(schema);
            }
        }

        public override ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new CallToolResult());
    }
}
