using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Chartcast.Mcp.Tests.Fixtures;

/// <summary>Requests as bytes and headers, without any client's help.</summary>
internal static class Raw
{
    public const string Modern = "2026-07-28";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A POST to the endpoint with the usual headers.</summary>
    public static HttpRequestMessage Post(byte[] body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Accept.ParseAdd("text/event-stream");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public static HttpRequestMessage Post(string body, params (string Name, string Value)[] headers) =>
        Post(Encoding.UTF8.GetBytes(body), headers);

    /// <summary>A modern request with right headers.</summary>
    public static HttpRequestMessage ModernPost(
        string method, string members = "", string id = "1", string? name = null, string capabilities = "")
    {
        (string, string)[] headers = [("MCP-Protocol-Version", Modern), ("Mcp-Method", method)];
        var body = ModernBody(method, members, id, capabilities: capabilities);
        return Post(body, name is null ? headers : [.. headers, ("Mcp-Name", name)]);
    }

    public static string ModernBody(string method, string members = "", string id = "1", string meta = "", string capabilities = "")
    {
        var required = "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + $"\"io.modelcontextprotocol/clientCapabilities\":{{{capabilities}}}";
        return $"{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"{method}\","
            + $"\"params\":{{\"_meta\":{{{required}{meta}}}{members}}}}}";
    }

    /// <summary>Opens a session.</summary>
    public static async Task<string> InitializeAsync(HttpClient http, string version)
    {
        using var answer = await http.SendAsync(Post(InitializeBody(version)), Cancel);
        Assert.Equal(200, (int)answer.StatusCode);
        return Assert.Single(answer.Headers.GetValues("Mcp-Session-Id"));
    }

    public static string InitializeBody(string version) =>
        $"{{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{{\"protocolVersion\":\"{version}\","
        + "\"capabilities\":{},\"clientInfo\":{\"name\":\"raw\",\"version\":\"1\"}}}";

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    /// <summary>The status and the JSON-RPC error code of an answer.</summary>
    public static async Task<(int Status, int Code)> ErrorAsync(HttpClient http, HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request, Cancel);
        var json = await JsonAsync(answer);
        return ((int)answer.StatusCode, json.GetProperty("error").GetProperty("code").GetInt32());
    }
}
