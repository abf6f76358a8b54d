using System.Text;
using System.Text.Json;

namespace Chartcast.SystemTests.Processes;

/// <summary>The guide's plain JSON-RPC, as any HTTP client would speak it.</summary>
public static class GuideClient
{
    /// <summary>Calls a tool and returns the whole JSON-RPC answer.</summary>
    public static async Task<JsonElement> CallToolAsync(
        this ServerProcess server, string tool, string argumentsJson, string? clientId = null)
    {
        string body = $$$"""
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{argumentsJson}}}}}
            """;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "mcp/tools/call"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (clientId is not null) request.Headers.Add("X-Client-Id", clientId);
        using HttpResponseMessage response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.JsonAsync();
    }

    /// <summary>Draws a chart and returns its structured content.</summary>
    public static async Task<JsonElement> DrawAsync(
        this ServerProcess server, string argumentsJson, string? clientId = null)
    {
        JsonElement answer = await server.CallToolAsync("generate_chart", argumentsJson, clientId);
        Assert.True(answer.TryGetProperty("result", out JsonElement result), answer.GetRawText());
        return result.GetProperty("structuredContent");
    }

    /// <summary>The body as JSON.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response)
    {
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
