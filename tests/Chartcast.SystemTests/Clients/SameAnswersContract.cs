using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chartcast.SystemTests.Clients;

/// <summary>Every transport tells the same in every revision: the list of tools, and the answer to one call.</summary>
/// <remarks>Compared is the JSON that came over the wire. What a revision cannot express is named here, nothing else may
/// differ.</remarks>
public abstract partial class SameAnswersContract
{
    private const string Newest = "2026-07-28";

    /// <summary>A fixed stretch of made-up bars: the same numbers and the same picture whenever it is drawn.</summary>
    private const string Call = """
        {"name":"generate_chart","arguments":{"symbol":"DEMO:SAME","interval":"1D","width":640,"height":400,
         "range":{"from":"2026-01-05","to":"2026-06-30"},"indicators":[{"type":"sma","period":20},{"type":"rsi"}]}}
        """;

    private static readonly Lazy<Task<Answers>> Reference = new(ReadReferenceAsync);

    /// <summary>Starts a server and connects to it.</summary>
    private protected abstract Task<ConnectedClient> ConnectAsync(string revision);

    private protected async Task AssertSameAsync(string revision)
    {
        Answers expected = (await Reference.Value).In(revision);
        await using ConnectedClient connected = await ConnectAsync(revision);
        Assert.Equal(revision, connected.Client.NegotiatedProtocolVersion);

        Answers actual = await ReadAsync(connected.Client);

        Assert.Equal(expected.Tools, actual.Tools);
        Assert.Equal(expected.Picture, actual.Picture);
        Assert.Equal(expected.Content, actual.Content);
        Assert.Equal(expected.Structured, actual.Structured);
    }

    private static async Task<Answers> ReadReferenceAsync()
    {
        await using ConnectedClient connected = await ConnectedClient.OverStdioAsync(Newest);
        return await ReadAsync(connected.Client);
    }

    private static async Task<Answers> ReadAsync(McpClient client)
    {
        JsonNode list = await ResultAsync(client, RequestMethods.ToolsList, []);
        JsonNode result = await ResultAsync(client, RequestMethods.ToolsCall, JsonNode.Parse(Call)!.AsObject());
        JsonArray content = result["content"]!.AsArray();
        string picture = content.Single(block => (string?)block!["type"] == "image")!["data"]!.GetValue<string>();
        JsonObject structured = result["structuredContent"]!.AsObject();
        RemoveMoments(structured);
        return new Answers(
            list["tools"]!.ToJsonString(), picture, Settle(content.ToJsonString()), Settle(structured.ToJsonString()));
    }

    private static async Task<JsonNode> ResultAsync(McpClient client, string method, JsonObject parameters)
    {
        JsonRpcResponse response = await client.SendRequestAsync(
            new JsonRpcRequest { Method = method, Params = parameters }, TestContext.Current.CancellationToken);
        return response.Result!;
    }

    // A request's own moments, and its link, which only a server with an address has.
    private static void RemoveMoments(JsonObject structured)
    {
        foreach (string moment in (string[])["createdAt", "finishedAt", "processingTimeMs"]) structured.Remove(moment);
        structured["source"]!.AsObject().Remove("fetchedAt");
        structured["image"]!.AsObject().Remove("url");
    }

    // A request's id and its link are its own.
    private static string Settle(string json) => RequestId().Replace(Link().Replace(json, ""), "req");

    [GeneratedRegex(@"req_\d+_\w+")]
    private static partial Regex RequestId();

    [GeneratedRegex(@", (http://localhost:\d+/charts|chart:/)/req_[\w.]+")]
    private static partial Regex Link();

    [GeneratedRegex("""\{"type":"resource_link","uri":"(chart://req)".*?\}""")]
    private static partial Regex ResourceLink();

    private sealed record Answers(string Tools, string Picture, string Content, string Structured)
    {
        /// <summary>What a revision makes of it: before 2025-06-18 there are no resource links.</summary>
        public Answers In(string revision) => string.CompareOrdinal(revision, "2025-06-18") >= 0
            ? this
            : this with { Content = ResourceLink().Replace(Content, """{"type":"text","text":"Resource: $1"}""") };
    }
}
