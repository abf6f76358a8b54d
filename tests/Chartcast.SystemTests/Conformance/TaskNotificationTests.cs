using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Conformance;

/// <summary>What the suite skips: <c>notifications/tasks</c> on an open listen (SEP-2663).</summary>
public sealed class TaskNotificationTests
{
    private const string Meta = """
        "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":
        {"extensions":{"io.modelcontextprotocol/tasks":{}}}}
        """;

    [Fact]
    public async Task Listen_HearsThatATaskWasCancelled()
    {
        using var state = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path, ["--conformance-fixtures"]);
        JsonElement created = await ResultAsync(
            server, "tools/call", "slow_compute", """ "name":"slow_compute","arguments":{"seconds":300}, """);
        Assert.Equal("task", created.GetProperty("resultType").GetString());
        string taskId = created.GetProperty("taskId").GetString()!;

        using HttpResponseMessage listening = await PostAsync(
            server, "subscriptions/listen", null, $$""" "notifications":{"taskIds":["{{taskId}}"]}, """);
        await using IAsyncEnumerator<JsonElement> events = EventsOf(listening).GetAsyncEnumerator();
        JsonElement granted = await NextAsync(events, "notifications/subscriptions/acknowledged");
        Assert.Equal(taskId, granted.GetProperty("notifications").GetProperty("taskIds")[0].GetString());
        await ResultAsync(server, "tasks/cancel", taskId, $$""" "taskId":"{{taskId}}", """);

        JsonElement told = await NextAsync(events, "notifications/tasks");
        Assert.Equal(taskId, told.GetProperty("taskId").GetString());
        Assert.Equal("cancelled", told.GetProperty("status").GetString());
        Assert.Equal(7, told.GetProperty("_meta").GetProperty("io.modelcontextprotocol/subscriptionId").GetInt32());
    }

    private static async Task<JsonElement> ResultAsync(ServerProcess server, string method, string name, string parameters)
    {
        using HttpResponseMessage response = await PostAsync(server, method, name, parameters);
        JsonElement answer = await response.JsonAsync();
        Assert.True(answer.TryGetProperty("result", out JsonElement result), answer.GetRawText());
        return result;
    }

    private static async Task<HttpResponseMessage> PostAsync(
        ServerProcess server, string method, string? name, string parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "mcp"))
        {
            Content = new StringContent(
                $$"""{"jsonrpc":"2.0","id":7,"method":"{{method}}","params":{ {{parameters}} {{Meta}} } }""",
                Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        request.Headers.Add("MCP-Protocol-Version", "2026-07-28");
        request.Headers.Add("Mcp-Method", method);
        if (name is not null) request.Headers.Add("Mcp-Name", name);
        HttpResponseMessage response = await server.Http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return response.EnsureSuccessStatusCode();
    }

    private static async IAsyncEnumerable<JsonElement> EventsOf(HttpResponseMessage response)
    {
        await using Stream stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await foreach (SseItem<string> item in SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken))
        {
            using JsonDocument document = JsonDocument.Parse(item.Data);
            yield return document.RootElement.Clone();
        }
    }

    private static async Task<JsonElement> NextAsync(IAsyncEnumerator<JsonElement> events, string method)
    {
        Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(method, events.Current.GetProperty("method").GetString());
        return events.Current.GetProperty("params");
    }
}
