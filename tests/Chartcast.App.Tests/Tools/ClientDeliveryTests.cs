using System.Text.Json;
using Chartcast.App.Tests.Doubles;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Tests.Tools;

/// <summary>How pictures travel: what the call says, else its client's address, else the server's settings.</summary>
public sealed class ClientDeliveryTests
{
    [Theory]
    [InlineData("/mcp", "", "text,image,resource_link")]
    [InlineData("/mcp?delivery=link", "", "text,resource_link")]
    [InlineData("/mcp?delivery=inline", "", "text,image")]
    [InlineData("/mcp?delivery=none", "", "text")]
    [InlineData("/mcp?delivery=none", ",\"delivery\":\"inline\"", "text,image")]
    [InlineData("/mcp?color=blue", "", "text,image,resource_link")]
    public async Task Address_SaysHow_UnlessTheCallDoes(string path, string argument, string kinds)
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement result = await app.CallToolAsync(
            "generate_chart", $$"""{"symbol":"FILE:prices"{{argument}}}""", path: path);

        Assert.Equal(kinds, KindsOf(result));
    }

    [Fact]
    public async Task Server_SaysHow_UnlessTheAddressDoes()
    {
        await using TestApp app = await TestApp.StartAsync(
            options => options with { Delivery = new ChartDelivery { Mode = DeliveryMode.Link } });
        JsonElement usual = await app.CallToolAsync("generate_chart", """{"symbol":"FILE:prices"}""");
        JsonElement other = await app.CallToolAsync(
            "generate_chart", """{"symbol":"FILE:prices"}""", path: "/mcp?delivery=both");

        Assert.Equal("text,resource_link", KindsOf(usual));
        Assert.Equal("text,image,resource_link", KindsOf(other));
    }

    [Fact]
    public async Task Sheet_HasOneBudget_ThatGrowsWithItsCharts()
    {
        await using TestApp app = await TestApp.StartAsync();
        string charts = string.Join(',', Enumerable.Range(0, 16).Select(number => $"\"DEMO:S{number}\""));
        string arguments = $$"""{"charts":[{{charts}}],"indicators":["sma:20","rsi","macd","bb"]}""";
        JsonElement usual = await app.CallToolAsync("generate_chart_sheet", arguments);
        JsonElement limited = await app.CallToolAsync("generate_chart_sheet", arguments, path: "/mcp?maxBytes=102400");

        Assert.Equal("text,image,resource_link", KindsOf(usual));
        int bytes = usual.GetProperty("structuredContent").GetProperty("image").GetProperty("bytes").GetInt32();
        Assert.InRange(bytes, 102_401, 4 * 102_400);
        Assert.Equal("text,resource_link", KindsOf(limited));
    }

    [Theory]
    [InlineData("/mcp?delivery=post", "?delivery")]
    [InlineData("/mcp?maxBytes=1", "?maxBytes")]
    [InlineData("/mcp?maxEdgePx=wide", "?maxEdgePx")]
    public async Task Address_WithAWrongValue_IsNamedInTheError(string path, string field)
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement result = await app.CallToolAsync("generate_chart", """{"symbol":"FILE:prices"}""", path: path);
        JsonElement error = result.GetProperty("structuredContent").GetProperty("error");

        Assert.Equal(field, error.GetProperty("faults")[0].GetProperty("field").GetString());
        Assert.Equal("invalid_argument", error.GetProperty("code").GetString());
    }

    private static string KindsOf(JsonElement result) => string.Join(
        ',', result.GetProperty("content").EnumerateArray().Select(block => block.GetProperty("type").GetString()));
}
