using System.Text.Json;
using Chartcast.App.Tests.Doubles;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
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
    [InlineData("describe_chart_options", "{}")]
    [InlineData("describe_chart_options", """{"topic":"indicators"}""")]
    [InlineData("describe_chart_options", """{"name":"RSI"}""")]
    [InlineData("describe_chart_options", """{"name":"correlation"}""")]
    [InlineData("describe_chart_options", """{"topic":"drawings"}""")]
    [InlineData("describe_chart_options", """{"topic":"overrides"}""")]
    [InlineData("describe_chart_options", """{"name":"fib_retracement"}""")]
    [InlineData("describe_chart_options", """{"search":"average"}""")]
    [InlineData("describe_chart_options", """{"search":"zzzzzz"}""")]
    [InlineData("describe_chart_options", """{"name":"rsj"}""")]
    [InlineData("get_market_data", """{"symbol":"FILE:prices","indicators":["rsi","bb"]}""")]
    [InlineData("get_market_data", """{"symbol":"FILE:nope"}""")]
    [InlineData("get_market_data", """{"symbol":"FILE:prices","width":800}""")]
    [InlineData("generate_chart", """{"symbol":"FILE:prices","scale":"log","compare":["DEMO:X"],"shiftLeft":3}""")]
    [InlineData("generate_chart", """{"symbol":"FILE:prices","drawings":[{"type":"horizontal_line","price":100}]}""")]
    [InlineData("generate_chart", """{"symbol":"FILE:prices","drawings":[{"type":"horizontal_lin","price":100}]}""")]
    [InlineData("generate_chart_sheet", """{"charts":["FILE:prices","FILE:nope"],"indicators":["sma:5"]}""")]
    [InlineData("generate_chart_sheet", """{"charts":["FILE:nope"]}""")]
    [InlineData("generate_chart_sheet", """{"charts":[{"symbol":"FILE:prices","indicators":["nope"]}]}""")]
    [InlineData("generate_chart_sheet", """{"charts":[]}""")]
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
    public async Task GenerateChart_TellsTheComparedSymbols_AndThatMadeUpBarsAreAmongThem()
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(
            app, "generate_chart", """{"symbol":"FILE:prices","compare":["FILE:prices","DEMO:X"]}""");
        JsonElement content = result.StructuredContent!.Value;
        JsonElement[] compared = [.. content.GetProperty("compared").EnumerateArray()];
        Assert.Equal(
            content.GetProperty("last").GetProperty("close").GetDouble(), compared[0].GetProperty("last").GetDouble());
        Assert.False(compared[0].GetProperty("source").GetProperty("sample").GetBoolean());
        Assert.True(compared[1].GetProperty("source").GetProperty("sample").GetBoolean());
        Assert.True(content.GetProperty("source").GetProperty("sample").GetBoolean());
        Assert.Contains("compared with FILE:prices, DEMO:X", content.GetProperty("altText").GetString());
        string text = Assert.IsType<TextContentBlock>(result.Content[0]).Text;
        Assert.StartsWith("SAMPLE DATA", text);
        Assert.Contains("Compared with DEMO:X (sample data): ", text);
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

    private static ResourceCaller Nobody { get; } = new(null, Caller.Anyone);

    [Fact]
    public async Task Resources_GiveEveryForm()
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult drawn = await CallAsync(app, "generate_chart", """{"symbol":"FILE:prices"}""");
        string id = drawn.StructuredContent!.Value.GetProperty("requestId").GetString()!;
        IResourceSource resources = app.Definition.Resources!;
        CancellationToken token = TestContext.Current.CancellationToken;
        Assert.Equal($"chart://{id}", Assert.Single((await resources.ListAsync(null, Nobody, token)).Resources).Uri);
        Assert.IsType<BlobResourceContents>(Assert.Single((await resources.ReadAsync($"chart://{id}", Nobody, token))!));
        Assert.IsType<TextResourceContents>(Assert.Single((await resources.ReadAsync($"chart://{id}.json", Nobody, token))!));
        Assert.IsType<TextResourceContents>(Assert.Single((await resources.ReadAsync($"chart://{id}.csv", Nobody, token))!));
        Assert.Null(await resources.ReadAsync("chart://req_0_none", Nobody, token));
        Assert.Null(await resources.ReadAsync("file:///etc/passwd", Nobody, token));
    }

    [Fact]
    public async Task DescribeChartOptions_TellsEverythingAboutOne_AndTheNearestNamesOtherwise()
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult rsi = await CallAsync(app, "describe_chart_options", """{"name":"rsi"}""");
        JsonElement told = Assert.Single(rsi.StructuredContent!.Value.GetProperty("indicators").EnumerateArray());
        Assert.Equal("Relative Strength Index", told.GetProperty("name").GetString());
        Assert.Equal(14, told.GetProperty("inputs")[0].GetProperty("default").GetInt32());
        Assert.Contains(
            "UpperLimit.value", told.GetProperty("styleKeys").EnumerateArray().Select(key => key.GetString()));
        CallToolResult wrong = await CallAsync(app, "describe_chart_options", """{"name":"rsj"}""");
        Assert.True(wrong.IsError);
        Assert.Contains("rsi", wrong.StructuredContent!.Value.GetProperty("error").GetProperty("suggestions").GetRawText());
    }

    [Fact]
    public async Task VolumeProfile_TellsItsPrices()
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(
            app, "generate_chart", """{"symbol":"FILE:prices","indicators":["vpvr"]}""");
        JsonElement content = result.StructuredContent!.Value;
        JsonElement plots = Assert.Single(content.GetProperty("indicators").EnumerateArray()).GetProperty("plots");
        double control = plots.GetProperty("Point of Control").GetDouble();
        double low = plots.GetProperty("Value Area Low").GetDouble(), high = plots.GetProperty("Value Area High").GetDouble();
        Assert.InRange(control, low, high);
        JsonElement axis = content.GetProperty("axes").GetProperty("panes")[0];
        Assert.InRange(low, axis.GetProperty("bottomValue").GetDouble(), high);
        Assert.InRange(high, low, axis.GetProperty("topValue").GetDouble());
        Assert.Contains("Point of Control", Assert.IsType<TextContentBlock>(result.Content[0]).Text);
    }

    [Fact]
    public async Task GetMarketData_TellsRowsAndTheirShape()
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(
            app, "get_market_data", """{"symbol":"FILE:prices","bars":12,"indicators":["sma:3"]}""");
        JsonElement table = result.StructuredContent!.Value.GetProperty("table");
        Assert.Equal(
            ["time", "open", "high", "low", "close", "volume", "SMA 3 close"],
            table.GetProperty("columns").EnumerateArray().Select(column => column.GetString()));
        JsonElement[] rows = [.. table.GetProperty("rows").EnumerateArray()];
        Assert.Equal(12, rows.Length);
        double mean = rows[^3..].Average(row => row[4].GetDouble());
        Assert.Equal(mean, rows[^1][6].GetDouble(), 1e-9);
        Assert.Matches("close +[▁▂▃▄▅▆▇█]{12} low ", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }

    [Fact]
    public async Task Sheet_DrawsWhatItCan_AndSaysWhyARestIsMissing()
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(
            app, "generate_chart_sheet",
            """{"charts":["FILE:prices",{"symbol":"FILE:nope"},{"symbol":"FILE:prices","interval":"1W"}],"columns":3}""");
        ImageContentBlock image = Assert.Single(result.Content.OfType<ImageContentBlock>());
        Assert.Equal(1440, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(image.DecodedData.Span[16..]));
        JsonElement[] charts = [.. result.StructuredContent!.Value.GetProperty("charts").EnumerateArray()];
        Assert.Equal(3, charts.Length);
        Assert.Equal("unknown_symbol", charts[1].GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("1W", charts[2].GetProperty("chart").GetProperty("interval").GetString());
        Assert.All(charts, chart => Assert.InRange(chart.GetProperty("widthPx").GetInt32(), 479, 480));
        string text = Assert.IsType<TextContentBlock>(result.Content[0]).Text;
        Assert.Contains("FILE:nope 1D: not drawn", text);
    }

    [Theory]
    [InlineData("""{"charts":[{"symbol":"FILE:prices","indicators":["nope"]}]}""", "charts[0].indicators[0]")]
    [InlineData("""{"charts":["FILE:prices","FILE:prices"],"indicators":["nope"]}""", "indicators[0]")]
    [InlineData("""{"charts":[{"symbol":"FILE:prices","width":300}]}""", "charts[0].width")]
    [InlineData("""{"charts":[{"interval":"1D"}]}""", "charts[0].symbol")]
    [InlineData("""{"charts":[7]}""", "charts[0]")]
    [InlineData("""{"charts":["FILE:prices"],"columns":0}""", "columns")]
    [InlineData("""{"charts":["FILE:a","FILE:b","FILE:c"],"columns":3,"width":250}""", "width")]
    [InlineData("""{"charts":["FILE:prices"],"title":""}""", "title")]
    [InlineData("""{"charts":["FILE:prices"],"symbol":"FILE:prices"}""", "symbol")]
    public async Task Sheet_NamesTheField_WhenAnArgumentIsWrong(string arguments, string field)
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(app, "generate_chart_sheet", arguments);
        JsonElement error = result.StructuredContent!.Value.GetProperty("error");
        Assert.Equal("invalid_argument", error.GetProperty("code").GetString());
        Assert.Equal(field, error.GetProperty("faults")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task Delivery_WithoutPicture_TellsTheShapeAsText()
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(app, "generate_chart", """{"symbol":"FILE:prices","delivery":"none"}""");
        Assert.Contains("▁", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
        CallToolResult drawn = await CallAsync(app, "generate_chart", """{"symbol":"FILE:prices"}""");
        Assert.DoesNotContain("▁", Assert.IsType<TextContentBlock>(drawn.Content[0]).Text);
    }

    [Fact]
    public async Task Cancelling_EndsTheRequest()
    {
        await using TestApp app = await TestApp.StartAsync();
        // Not disposed: a step may still be told after the call has ended.
        var cancelled = new CancellationTokenSource();
        var call = new ToolCall(
            JsonDocument.Parse("""{"symbol":"FILE:prices"}""").RootElement, null, "test",
            new Recorder(_ => cancelled.Cancel())) { Caller = Caller.Anyone };
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
        var call = new ToolCall(JsonDocument.Parse(arguments).RootElement, "test", "test", progress)
        {
            Caller = Caller.Anyone,
        };
        return await tool.CallAsync(call, TestContext.Current.CancellationToken);
    }

    private sealed class Recorder(Action<ToolProgress> told) : IProgress<ToolProgress>
    {
        public void Report(ToolProgress value) => told(value);
    }
}
