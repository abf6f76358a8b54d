using System.Text;
using System.Text.Json;

namespace Chartcast.App.Tests.Doubles;

/// <summary>MCP requests of the newest revision, written by hand.</summary>
public static class ModernMcp
{
    /// <summary>Sends a request and returns its result; the test fails on an error.</summary>
    public static async Task<JsonElement> AskAsync(
        this TestApp app, string method, string members = "", string? name = null, string capabilities = "",
        string path = "/mcp")
    {
        using HttpClient client = app.Client();
        string body = $$$"""
            {"jsonrpc":"2.0","id":1,"method":"{{{method}}}","params":{"_meta":{
             "io.modelcontextprotocol/protocolVersion":"2026-07-28",
             "io.modelcontextprotocol/clientCapabilities":{{{{capabilities}}}} }{{{members}}} } }
            """;
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        request.Headers.Add("MCP-Protocol-Version", "2026-07-28");
        request.Headers.Add("Mcp-Method", method);
        if (name is not null) request.Headers.Add("Mcp-Name", name);
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        JsonElement json = await TestApp.JsonOf(response);
        Assert.True(json.TryGetProperty("result", out JsonElement result), json.GetRawText());
        return result;
    }

    /// <summary>Calls a tool.</summary>
    public static Task<JsonElement> CallToolAsync(
        this TestApp app, string tool, string arguments, string members = "", string capabilities = "",
        string path = "/mcp") => app.AskAsync(
            "tools/call", $",\"name\":\"{tool}\",\"arguments\":{arguments}{members}", tool, capabilities, path);

    /// <summary>The first text of a tool's answer.</summary>
    public static string TextOf(JsonElement result) => result.GetProperty("content")[0].GetProperty("text").GetString()!;
}
