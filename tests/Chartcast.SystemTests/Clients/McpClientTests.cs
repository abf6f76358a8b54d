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
    public async Task Stdio_DrawsAChartWithProgress(string? revision)
    {
        using var state = new ScratchFolder();
        var transport = new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Checkout.Program, "stdio", "--state", state.Path],
            Name = "chartcast",
        });
        await using McpClient client = await McpClient.CreateAsync(transport, Options(revision));
        await AssertDrawsAsync(client);
    }

    // Guide: Two transport modes: traditional STDIO and HTTP with Server-Sent Events
    [Theory]
    [InlineData(null)]
    [InlineData("2025-11-25")]
    [InlineData("2025-06-18")]
    [InlineData("2025-03-26")]
    public async Task Http_DrawsAChartWithProgress(string? revision)
    {
        using var state = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path);
        var transport = new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(server.Address, "mcp"),
            TransportMode = HttpTransportMode.StreamableHttp,
        });
        await using McpClient client = await McpClient.CreateAsync(transport, Options(revision));
        await AssertDrawsAsync(client);
    }

    [Theory]
    [InlineData("2024-11-05")]
    [InlineData("2025-11-25")]
    public async Task HttpSse_DrawsAChartWithProgress(string revision)
    {
        using var state = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path);
        var transport = new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(server.Address, "sse"),
            TransportMode = HttpTransportMode.Sse,
        });
        await using (McpClient client = await McpClient.CreateAsync(transport, Options(revision)))
        {
            await AssertDrawsAsync(client);
            Assert.Equal(0, await server.StopAsync());
        }
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
        await using McpClient client = await McpClient.CreateAsync(transport, Options(null));
        await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(Directory.Exists(state));
    }

    private static McpClientOptions Options(string? revision) => new() { ProtocolVersion = revision };

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
        string text = Assert.Single(result.Content.OfType<TextContentBlock>()).Text;
        Assert.Contains("DEMO:MCP", text, StringComparison.Ordinal);
        Assert.Contains("SAMPLE DATA", text, StringComparison.Ordinal);
        ResourceLinkBlock link = Assert.Single(result.Content.OfType<ResourceLinkBlock>());
        ReadResourceResult resource = await client.ReadResourceAsync(link.Uri, cancellationToken: cancellation);
        Assert.Equal(png, Assert.Single(resource.Contents.OfType<BlobResourceContents>()).DecodedData.ToArray());
        // The client handles notifications side by side, so their order is tested on the wire (StdioWireTests).
        Assert.NotEmpty(progress);
        Assert.Equal(progress.Count, progress.Distinct().Count());
        // Revisions before 2025-06-18 have no structured content; the others hold the numbers, never the picture.
        if (result.StructuredContent is { } structured)
        {
            Assert.Equal("completed", structured.GetProperty("status").GetString());
            Assert.DoesNotContain("base64", structured.GetRawText(), StringComparison.OrdinalIgnoreCase);
            Assert.True(structured.GetRawText().Length < 20_000);
        }
    }

    private sealed class Progress(List<float> values) : IProgress<ModelContextProtocol.ProgressNotificationValue>
    {
        public void Report(ModelContextProtocol.ProgressNotificationValue value)
        {
            lock (values) values.Add(value.Progress);
        }
    }
}
