using System.Buffers.Binary;
using System.Text.Json;
using Chartcast.SystemTests.Processes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chartcast.SystemTests.Clients;

/// <summary>The official C# client against the real program, over both transports and both eras.</summary>
public sealed class McpClientTests
{
    private static readonly string[] Tools =
    [
        "describe_chart_options", "generate_chart", "generate_chart_sheet", "get_available_symbols", "get_chart_status",
        "get_market_data", "get_recent_requests", "health_check",
    ];

    // Guide: Two transport modes: traditional STDIO and HTTP with Server-Sent Events
    // Guide: All MCP tools work identically whether using STDIO or HTTP transport
    [Theory]
    [InlineData(null)]
    [InlineData("2025-11-25")]
    [InlineData("2025-06-18")]
    [InlineData("2025-03-26")]
    [InlineData("2024-11-05")]
    public async Task Stdio_DrawsAChartWithProgress(string? revision)
    {
        await using ConnectedClient connected = await ConnectedClient.OverStdioAsync(revision);
        await AssertDrawsAsync(connected.Client);
    }

    // Guide: Two transport modes: traditional STDIO and HTTP with Server-Sent Events
    [Theory]
    [InlineData(null)]
    [InlineData("2025-11-25")]
    [InlineData("2025-06-18")]
    [InlineData("2025-03-26")]
    public async Task Http_DrawsAChartWithProgress(string? revision)
    {
        await using ConnectedClient connected =
            await ConnectedClient.OverHttpAsync("mcp", HttpTransportMode.StreamableHttp, revision);
        await AssertDrawsAsync(connected.Client);
    }

    [Theory]
    [InlineData("2025-11-25")]
    [InlineData("2025-06-18")]
    [InlineData("2025-03-26")]
    [InlineData("2024-11-05")]
    public async Task Sse_DrawsAChartWithProgress(string revision)
    {
        await using ConnectedClient connected =
            await ConnectedClient.OverHttpAsync("sse", HttpTransportMode.Sse, revision);
        await AssertDrawsAsync(connected.Client);
    }

    [Fact]
    public async Task Stdio_WritesNoFileBeforeTheFirstToolCall()
    {
        using var folder = new ScratchFolder();
        string state = folder.File("state");
        var transport = new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Checkout.Program, "stdio", "--state", state],
            Name = "chartcast",
        });
        await using McpClient client = await McpClient.CreateAsync(transport);
        await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(Directory.Exists(state));
    }

    private static async Task AssertDrawsAsync(McpClient client)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        IList<McpClientTool> tools = await client.ListToolsAsync(cancellationToken: cancellation);
        Assert.Equal(Tools, tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));

        List<float> progress = [];
        CallToolResult result = await client.CallToolAsync(
            "generate_chart",
            new Dictionary<string, object?>
            {
                ["symbol"] = "DEMO:MCP",
                ["interval"] = "1D",
                ["indicators"] = JsonSerializer.Deserialize<JsonElement>("""[{"type":"sma","period":20},{"type":"rsi"}]"""),
            },
            new Progress(progress), cancellationToken: cancellation);

        Assert.NotEqual(true, result.IsError);
        ImageContentBlock image = Assert.Single(result.Content.OfType<ImageContentBlock>());
        byte[] png = image.DecodedData.ToArray();
        Assert.Equal((800, 600), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        string text = Assert.IsType<TextContentBlock>(result.Content[0]).Text;
        Assert.Contains("DEMO:MCP", text, StringComparison.Ordinal);
        Assert.Contains("SAMPLE DATA", text, StringComparison.Ordinal);
        ReadResourceResult resource = await client.ReadResourceAsync(LinkIn(result), cancellationToken: cancellation);
        Assert.Equal(png, Assert.Single(resource.Contents.OfType<BlobResourceContents>()).DecodedData.ToArray());
        // The client handles notifications side by side, so their order is tested on the wire (StdioWireTests).
        Assert.NotEmpty(progress);
        Assert.Equal(progress.Count, progress.Distinct().Count());
        // The numbers, never the picture.
        JsonElement structured = Assert.NotNull(result.StructuredContent);
        Assert.Equal("completed", structured.GetProperty("status").GetString());
        Assert.DoesNotContain("base64", structured.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.True(structured.GetRawText().Length < 20_000);
    }

    // Revisions before 2025-06-18 have no resource links; there a text tells it.
    private static string LinkIn(CallToolResult result) => Assert.Single(
        result.Content.OfType<ResourceLinkBlock>().Select(link => link.Uri)
            .Concat(result.Content.OfType<TextContentBlock>().Where(text => text.Text.StartsWith("Resource: ", StringComparison.Ordinal))
                .Select(text => text.Text["Resource: ".Length..])));

    private sealed class Progress(List<float> values) : IProgress<ModelContextProtocol.ProgressNotificationValue>
    {
        public void Report(ModelContextProtocol.ProgressNotificationValue value)
        {
            lock (values) values.Add(value.Progress);
        }
    }
}
