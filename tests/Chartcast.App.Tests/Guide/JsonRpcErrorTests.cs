using System.Text;
using System.Text.Json;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.Guide;

public sealed class JsonRpcErrorTests
{
    private const string Call = "/mcp/tools/call";

    [Theory]
    [InlineData("", -32700)]
    [InlineData("{", -32700)]
    [InlineData("{} {}", -32700)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"id":2,"method":"tools/call"}""", -32700)]
    [InlineData("[]", -32600)]
    [InlineData("\"text\"", -32600)]
    [InlineData("null", -32600)]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"tools/call"}]""", -32600)]
    [InlineData("""{"jsonrpc":"2.0","method":"tools/call"}""", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":null,"method":"tools/call"}""", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":{},"method":"tools/call"}""", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1.5,"method":"tools/call"}""", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":"\ud800","method":"tools/call"}""", -32700)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","\ud800":1}""", -32700)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"arguments":{"\ud800":1}}}""", -32700)]
    [InlineData("""{"jsonrpc":"1.0","id":1,"method":"tools/call"}""", -32600)]
    [InlineData("""{"id":1,"method":"tools/call"}""", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1}""", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":7}""", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":[]}""", -32600)]
    public async Task Envelope_IsRefused_WhenItIsNoRequest(string body, int code)
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.PostAsync(Call, body);
        Assert.Equal(400, (int)response.StatusCode);
        JsonElement answer = await TestApp.JsonOf(response);
        Assert.Equal("2.0", answer.GetProperty("jsonrpc").GetString());
        Assert.True(answer.TryGetProperty("id", out _));
        Assert.Equal(code, answer.GetProperty("error").GetProperty("code").GetInt32());
        JsonElement next = await app.CallAsync("health_check", "{}");
        Assert.True(next.TryGetProperty("result", out _), "The next request must succeed.");
    }

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("-1")]
    [InlineData("\"ß 🎈\"")]
    public async Task Id_IsEchoedExactly(string id)
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.PostAsync(
            "/mcp/tools/list", $$"""{"jsonrpc":"2.0","id":{{id}},"method":"tools/list"}""");
        JsonElement echoed = (await TestApp.JsonOf(response)).GetProperty("id");
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(id).RootElement, echoed), echoed.GetRawText());
        if (echoed.ValueKind == JsonValueKind.Number) Assert.Equal(id, echoed.GetRawText());
    }

    [Fact]
    public async Task Id_IsRefused_WhenItIsLong()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.PostAsync(
            Call, $$"""{"jsonrpc":"2.0","id":"{{new string('x', 10_000)}}","method":"tools/call"}""");
        Assert.Equal(400, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("{}", "params.name")]
    [InlineData("""{"name":7}""", "params.name")]
    [InlineData("""{"name":"generate_chart","arguments":[]}""", "params.arguments")]
    [InlineData("""{"name":"health_check","_meta":{"clientId":"a b"}}""", "params._meta.clientId")]
    [InlineData("""{"name":"health_check","arguments":{"extra":1}}""", "extra")]
    [InlineData("""{"name":"get_chart_status","arguments":{}}""", "requestId")]
    public async Task Params_AreRefused_NamingTheField(string parameters, string field)
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement error = (await app.PostJsonAsync(
            Call, $$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{{parameters}} }""")).GetProperty("error");
        Assert.Equal(-32602, error.GetProperty("code").GetInt32());
        Assert.Contains(field, error.GetProperty("data").GetProperty("faults")[0].GetRawText());
    }

    [Fact]
    public async Task UnknownTool_IsRefused_WithTheNearest()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement error = (await app.CallAsync("generate_chrat", "{}")).GetProperty("error");
        Assert.Equal(-32602, error.GetProperty("code").GetInt32());
        Assert.Equal("generate_chart", error.GetProperty("data").GetProperty("suggestions")[0].GetString());
    }

    [Fact]
    public async Task Arguments_AreRefused_AllFaultsAtOnce()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement error = (await app.CallAsync("generate_chart", """
            {"symbol":"../etc","interval":"7m","width":0,"height":1e9,"timezone":"Mars/Base","colour":"red"}
            """)).GetProperty("error");
        Assert.Equal(-32602, error.GetProperty("code").GetInt32());
        string[] fields = [.. error.GetProperty("data").GetProperty("faults").EnumerateArray()
            .Select(fault => fault.GetProperty("field").GetString()!)];
        Assert.Superset(new HashSet<string> { "symbol", "interval", "width", "height", "timezone", "colour" }, fields.ToHashSet());
    }

    [Theory]
    [InlineData("NASDAQ:A\\r\\nX: y")]
    [InlineData("../../etc/passwd")]
    [InlineData("http://evil.example/")]
    [InlineData("NASDAQ:AAPL?key=1")]
    public async Task HostileSymbols_AreRefused(string symbol)
    {
        await using TestApp app = await TestApp.StartAsync(options => options with { Demo = true });
        JsonElement error = (await app.CallAsync("generate_chart", $$"""{"symbol":"{{symbol}}"}""")).GetProperty("error");
        Assert.Equal(-32602, error.GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task Body_IsRefused_WhenItIsTooLarge()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.PostAsync(Call, new string(' ', (1024 * 1024) + 1));
        Assert.Equal(413, (int)response.StatusCode);
        Assert.Equal(-32600, (await TestApp.JsonOf(response)).GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task Body_IsRefused_WhenItIsTooDeep()
    {
        await using TestApp app = await TestApp.StartAsync();
        string deep = new string('[', 10_000) + new string(']', 10_000);
        using HttpResponseMessage response = await app.PostAsync(
            Call, $$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"arguments":{{deep}} } }""");
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(-32700, (await TestApp.JsonOf(response)).GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task Body_IsRefused_WhenItIsNotUtf8()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpClient client = app.Client();
        using var content = new ByteArrayContent([.. "{\"jsonrpc\":\"2.0\",\"id\":\""u8, 0xC0, 0xAF, .. "\",\"method\":\"tools/call\"}"u8]);
        content.Headers.ContentType = new("application/json");
        using HttpResponseMessage response = await client.PostAsync(
            new Uri(Call, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(-32700, (await TestApp.JsonOf(response)).GetProperty("error").GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task ContentType_IsRefused_WhenItIsNotJson(string type)
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.PostAsync(
            "/mcp/tools/list", """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", type);
        Assert.Equal(415, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/mcp/tools/call", "POST")]
    [InlineData("PUT", "/mcp/initialize", "POST")]
    [InlineData("POST", "/mcp/events/a", "GET")]
    [InlineData("DELETE", "/mcp/health", "GET")]
    public async Task Method_IsRefused_NamingTheRightOne(string method, string path, string allowed)
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpClient client = app.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(405, (int)response.StatusCode);
        Assert.Contains(allowed, response.Content.Headers.Allow);
        Assert.Equal(-32600, (await TestApp.JsonOf(response)).GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public void Shown_CutsAndCleansText()
    {
        string shown = App.Guide.GuideErrors.Shown("a\u001b[31m\r\n" + new string('b', 200));
        Assert.DoesNotContain(shown, char.IsControl);
        Assert.True(Encoding.UTF8.GetByteCount(shown) < 120);
    }
}
