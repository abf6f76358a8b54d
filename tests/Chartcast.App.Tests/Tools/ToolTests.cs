using System.Text.Json;
using Chartcast.App.Tests.Doubles;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tests.Tools;

public sealed class ToolTests
{
    [Fact]
    public async Task List_IsAsTheSnapshot()
    {
        await using TestApp app = await TestApp.StartAsync();
        Snapshot.Matches("tools-list", app.Definition.Tools.ListJson);
    }

    [Fact]
    public async Task GenerateChart_AnswersAsTheSnapshot()
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(
            app, "generate_chart", """{"symbol":"FILE:prices","indicators":[{"type":"rsi"},{"type":"sma","period":20}]}""");
        JsonElement content = result.StructuredContent!.Value;
        string id = content.GetProperty("requestId").GetString()!;
        string sha256 = content.GetProperty("image").GetProperty("sha256").GetString()!;
        Snapshot.Matches("generate-chart", content, (id, "<requestId>"), (sha256, "<sha256>"),
            ($"\"bytes\": {content.GetProperty("image").GetProperty("bytes")}", "\"bytes\": 0"));
    }

    [Theory]
    [InlineData("generate_chart", """{"symbol":"FILE:prices"}""")]
    [InlineData("generate_chart", """{"symbol":"DEMO:X","interval":"5m","indicators":[{"type":"macd"},{"type":"bb"}]}""")]
    [InlineData("generate_chart", """{"symbol":"FILE:prices","dryRun":true}""")]
    [InlineData("generate_chart", """{"symbol":"FILE:prices","wait":false}""")]
    [InlineData("generate_chart", """{"symbol":"NASDAQ:NOSUCH"}""")]
    [InlineData("generate_chart", """{"symbol":"x"}""")]
    [InlineData("get_chart_status", """{"requestId":"req_1_x"}""")]
    [InlineData("get_available_symbols", "{}")]
    [InlineData("get_available_symbols", """{"limit":0}""")]
    [InlineData("get_recent_requests", "{}")]
    [InlineData("health_check", "{}")]
    public async Task StructuredContent_FitsTheOutputSchema_AndHoldsNoPicture(string name, string arguments)
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(app, name, arguments);
        Assert.True(app.Definition.Tools.TryFind(name, out McpTool? tool));
        JsonElement content = result.StructuredContent!.Value;
        Assert.Empty(ArgumentValidator.Validate(tool.OutputSchema!.Value, content));
        Assert.DoesNotContain("iVBORw0KGgo", content.GetRawText());
        Assert.IsType<TextContentBlock>(result.Content[0]);
        Assert.Equal(content.TryGetProperty("error", out _), result.IsError == true);
    }

    [Fact]
    public async Task GenerateChart_SendsASmallerPicture_WhenTheLimitsAskForIt()
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(
            app, "generate_chart", """{"symbol":"FILE:prices","pixelRatio":2,"maxEdgePx":1000}""");
        ImageContentBlock image = Assert.Single(result.Content.OfType<ImageContentBlock>());
        // PNG specification, section 11.2.2: the width is the big-endian number at offset 16.
        Assert.Equal(800, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(image.DecodedData.Span[16..]));
        Assert.Equal(1600, result.StructuredContent!.Value.GetProperty("image").GetProperty("widthPx").GetInt32());
        Assert.Contains("maxEdgePx", result.StructuredContent!.Value.GetProperty("warnings").GetRawText());
    }

    [Theory]
    // Width × height, ratio, limit → the picture in the answer.
    [InlineData("""{"width":3000,"height":1688}""", 1568, 882)]
    [InlineData("""{"width":800,"height":600,"pixelRatio":2,"maxEdgePx":1400}""", 1400, 1050)]
    [InlineData("""{"width":800,"height":600,"pixelRatio":3,"maxEdgePx":600}""", 600, 450)]
    [InlineData("""{"width":600,"height":800,"format":"webp","maxEdgePx":400}""", 300, 400)]
    [InlineData("""{"width":400,"height":400,"format":"jpeg","maxEdgePx":100}""", 100, 100)]
    public async Task GenerateChart_DrawsASmallerPicture_WhenAnEdgeIsTooLong(string arguments, int width, int height)
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(
            app, "generate_chart", "{\"symbol\":\"FILE:prices\"," + arguments[1..]);
        ImageContentBlock image = Assert.Single(result.Content.OfType<ImageContentBlock>());
        Assert.Single(result.Content.OfType<ResourceLinkBlock>());
        JsonElement content = result.StructuredContent!.Value;
        Assert.Equal(content.GetProperty("image").GetProperty("mimeType").GetString(), image.MimeType);
        string warning = Assert.Single(content.GetProperty("warnings").EnumerateArray()).GetString()!;
        Assert.Contains($"The picture in the answer is {width}×{height} px, ", warning, StringComparison.Ordinal);
        Assert.Contains("because of maxEdgePx", warning, StringComparison.Ordinal);
        if (image.MimeType != "image/webp") return;
        // RFC 9649, section 3.4: fourteen bits each of width and height, less one, after the signature.
        int size = System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(image.DecodedData.Span[21..]);
        Assert.Equal((width, height), ((size & 0x3FFF) + 1, (size >> 14 & 0x3FFF) + 1));
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    [InlineData("webp")]
    public async Task GenerateChart_DrawsASmallerPicture_WhenItHasTooManyBytes(string format)
    {
        const int limit = 9_000;
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(
            app, "generate_chart", $$"""{"symbol":"FILE:prices","format":"{{format}}","maxBytes":{{limit}},"pixelRatio":2}""");
        ImageContentBlock image = Assert.Single(result.Content.OfType<ImageContentBlock>());
        // Close to what is allowed, not just below it.
        Assert.InRange(image.DecodedData.Length, limit / 3, limit);
        Assert.Equal("image/" + format, image.MimeType);
        Assert.Contains("maxBytes 9,000", result.StructuredContent!.Value.GetProperty("warnings").GetRawText());
    }

    [Fact]
    public async Task GenerateChart_SendsTheLinkAlone_WhenNoSizeFits()
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(app, "generate_chart", """{"symbol":"FILE:prices","maxBytes":1000}""");
        Assert.Empty(result.Content.OfType<ImageContentBlock>());
        Assert.StartsWith("chart://req_", Assert.Single(result.Content.OfType<ResourceLinkBlock>()).Uri);
        Assert.Contains("maxBytes", result.StructuredContent!.Value.GetProperty("warnings").GetRawText());
    }

    [Theory]
    [InlineData("inline", "text,image")]
    [InlineData("link", "text,resource_link")]
    [InlineData("both", "text,image,resource_link")]
    [InlineData("none", "text")]
    public async Task Delivery_DecidesWhatTheAnswerHolds(string delivery, string types)
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(
            app, "generate_chart", $$"""{"symbol":"FILE:prices","delivery":"{{delivery}}"}""");
        Assert.Equal(types, string.Join(',', result.Content.Select(block => block.Type)));
    }

    [Fact]
    public async Task DryRun_MakesNothing()
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(app, "generate_chart", """{"symbol":"NASDAQ:AAPL","dryRun":true}""");
        Assert.Contains("No feed knows NASDAQ:AAPL", result.StructuredContent!.Value.GetProperty("warnings").GetRawText());
        CallToolResult recent = await CallAsync(app, "get_recent_requests", "{}");
        Assert.Equal(0, recent.StructuredContent!.Value.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task StatusAndRecent_FollowARequest()
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult queued = await CallAsync(app, "generate_chart", """{"symbol":"DEMO:A","wait":false}""");
        string id = queued.StructuredContent!.Value.GetProperty("requestId").GetString()!;
        await app.Engine.Requests.WaitAsync(id, TestContext.Current.CancellationToken);
        CallToolResult status = await CallAsync(app, "get_chart_status", $$"""{"requestId":"{{id}}"}""");
        Assert.Equal("completed", status.StructuredContent!.Value.GetProperty("status").GetString());
        Assert.True(status.StructuredContent!.Value.GetProperty("source").GetProperty("sample").GetBoolean());
        CallToolResult recent = await CallAsync(app, "get_recent_requests", """{"symbol":"demo:a","status":"completed"}""");
        Assert.Equal(id, recent.StructuredContent!.Value.GetProperty("requests")[0].GetProperty("requestId").GetString());
        CallToolResult none = await CallAsync(app, "get_recent_requests", """{"status":"failed"}""");
        Assert.Equal(0, none.StructuredContent!.Value.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Symbols_AreFoundByTextExchangeAndType()
    {
        await using TestApp app = await TestApp.StartAsync();
        foreach (string arguments in new[] { """{"search":"PRICES"}""", """{"exchange":"file"}""" })
        {
            CallToolResult found = await CallAsync(app, "get_available_symbols", arguments);
            Assert.Contains("FILE:prices", found.StructuredContent!.Value.GetProperty("symbols").GetRawText());
        }

        CallToolResult nothing = await CallAsync(app, "get_available_symbols", """{"search":"no such thing"}""");
        Assert.Equal(0, nothing.StructuredContent!.Value.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Progress_RisesAndComesBeforeTheAnswer()
    {
        await using TestApp app = await TestApp.StartAsync();
        var seen = new System.Collections.Concurrent.ConcurrentQueue<ToolProgress>();
        var final = new TaskCompletionSource();
        await CallAsync(app, "generate_chart", """{"symbol":"FILE:prices"}""", new Recorder(progress =>
        {
            seen.Enqueue(progress);
            if (progress.Percent >= 100) final.TrySetResult();
        }));
        await final.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(seen.Count >= 3);
        Assert.Equal(seen.Select(step => step.Percent).Order(), seen.Select(step => step.Percent));
    }

    [Fact]
    public async Task Resources_GiveEveryForm()
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult drawn = await CallAsync(app, "generate_chart", """{"symbol":"FILE:prices"}""");
        string id = drawn.StructuredContent!.Value.GetProperty("requestId").GetString()!;
        IResourceSource resources = app.Definition.Resources!;
        CancellationToken token = TestContext.Current.CancellationToken;
        Assert.Equal($"chart://{id}", Assert.Single((await resources.ListAsync(null, token)).Resources).Uri);
        Assert.IsType<BlobResourceContents>(Assert.Single((await resources.ReadAsync($"chart://{id}", token))!));
        Assert.IsType<TextResourceContents>(Assert.Single((await resources.ReadAsync($"chart://{id}.json", token))!));
        Assert.IsType<TextResourceContents>(Assert.Single((await resources.ReadAsync($"chart://{id}.csv", token))!));
        Assert.Null(await resources.ReadAsync("chart://req_0_none", token));
        Assert.Null(await resources.ReadAsync("file:///etc/passwd", token));
    }

    [Fact]
    public async Task Cancelling_EndsTheRequest()
    {
        await using TestApp app = await TestApp.StartAsync();
        using var cancelled = new CancellationTokenSource();
        var call = new ToolCall(
            JsonDocument.Parse("""{"symbol":"FILE:prices"}""").RootElement, null, "test",
            new Recorder(_ => cancelled.Cancel()));
        Assert.True(app.Definition.Tools.TryFind("generate_chart", out McpTool? tool));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await tool.CallAsync(call, cancelled.Token);
            // The chart may be faster than its cancellation; then there is nothing left to cancel.
            cancelled.Token.ThrowIfCancellationRequested();
        });
        IReadOnlyList<ChartRecord> records = await app.Engine.Requests.RecentAsync(
            new Generation.Stores.RecentFilter(1), TestContext.Current.CancellationToken);
        Assert.True(Assert.Single(records).Status is ChartStatus.Cancelled or ChartStatus.Completed);
    }

    private static async Task<CallToolResult> CallAsync(
        TestApp app, string name, string arguments, IProgress<ToolProgress>? progress = null)
    {
        Assert.True(app.Definition.Tools.TryFind(name, out McpTool? tool));
        var call = new ToolCall(JsonDocument.Parse(arguments).RootElement, "test", "test", progress);
        return await tool.CallAsync(call, TestContext.Current.CancellationToken);
    }

    private sealed class Recorder(Action<ToolProgress> told) : IProgress<ToolProgress>
    {
        public void Report(ToolProgress value) => told(value);
    }
}
