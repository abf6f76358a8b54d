using System.Text.Json;
using Chartcast.App.Tests.Doubles;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tests.Tools;

/// <summary>Studies that read a second symbol, through the tools.</summary>
public sealed class PairedStudyToolTests
{
    [Theory]
    [InlineData("generate_chart", """{"name":"Correlation Coefficient","input":{"symbol":"DEMO:X","length":5}}""")]
    [InlineData("generate_chart", """{"type":"correlation","symbol":"DEMO:X","length":5}""")]
    [InlineData("generate_chart", "\"correlation:DEMO:X,close,5\"")]
    [InlineData("get_market_data", """{"name":"Correlation Coefficient","input":{"symbol":"DEMO:X","length":5}}""")]
    public async Task Study_OfTwoSymbols_IsComputedFromBoth(string tool, string study)
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(app, tool, $$"""{"symbol":"FILE:prices","indicators":[{{study}}]}""");
        JsonElement indicator = Assert.Single(
            result.StructuredContent!.Value.GetProperty("indicators").EnumerateArray());
        Assert.Equal("DEMO:X", indicator.GetProperty("input").GetProperty("symbol").GetString());
        Assert.InRange(indicator.GetProperty("plots").GetProperty("Correlation").GetDouble(), -1, 1);
        Assert.True(result.StructuredContent!.Value.GetProperty("source").GetProperty("sample").GetBoolean());
        Assert.Contains("DEMO:X", Assert.IsType<TextContentBlock>(result.Content[0]).Text);
    }

    [Fact]
    public async Task UnknownSymbol_OfAStudy_IsToldByItsField()
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(
            app, "generate_chart", """{"symbol":"FILE:prices","indicators":["rsi","correlation:NASDAQ:QQQ"]}""");
        JsonElement error = result.StructuredContent!.Value.GetProperty("error");
        Assert.Equal("unknown_symbol", error.GetProperty("code").GetString());
        Assert.StartsWith("indicators[1].symbol: ", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task DescribeChartOptions_TellsThatAnInputIsASymbol()
    {
        await using TestApp app = await TestApp.StartAsync();
        CallToolResult result = await CallAsync(app, "describe_chart_options", """{"name":"correlation"}""");
        string text = Assert.IsType<TextContentBlock>(result.Content[0]).Text;
        Assert.Contains("- symbol: the other symbol, a symbol or formula; default BINANCE:BTCUSDT", text);
        Assert.Contains("""{"type":"correlation","symbol":"BINANCE:BTCUSDT","src":"close","period":20}""", text);
    }

    private static async Task<CallToolResult> CallAsync(TestApp app, string name, string arguments)
    {
        Assert.True(app.Definition.Tools.TryFind(name, out McpTool? tool));
        var call = new ToolCall(JsonDocument.Parse(arguments).RootElement, "test", "test", null)
        {
            Caller = Caller.Anyone,
        };
        return await tool.CallAsync(call, TestContext.Current.CancellationToken);
    }
}
