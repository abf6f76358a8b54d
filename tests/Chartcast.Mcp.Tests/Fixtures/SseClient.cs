namespace Chartcast.Mcp.Tests.Fixtures;

/// <summary>A client of the 2024-11-05 transport, written and read by hand.</summary>
internal sealed class SseClient : IDisposable
{
    private readonly HttpClient _http;

    private SseClient(HttpClient http, EventReader events, string address)
    {
        _http = http;
        Events = events;
        Address = address;
    }

    /// <summary>The stream after its first event.</summary>
    public EventReader Events { get; }

    /// <summary>Where to post, as the server names it.</summary>
    public string Address { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SseClient> OpenAsync(HttpClient http)
    {
        var events = await EventReader.OpenAsync(http, Opening());
        var endpoint = await events.NextAsync();
        Assert.Equal("endpoint", endpoint!.Name);
        return new SseClient(http, events, endpoint.Data!);
    }

    /// <summary>Opens a stream and shakes hands.</summary>
    public static async Task<SseClient> OpenAsync(HttpClient http, string revision)
    {
        var client = await OpenAsync(http);
        Assert.Equal(202, await client.PostAsync(Raw.InitializeBody(revision)));
        var answer = await client.Events.NextAsync();
        Assert.Equal(
            revision, answer!.Json.GetProperty("result").GetProperty("protocolVersion").GetString());
        return client;
    }

    public static HttpRequestMessage Opening()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/sse");
        request.Headers.Accept.ParseAdd("text/event-stream");
        return request;
    }

    public async Task<int> PostAsync(string body, params (string Name, string Value)[] headers)
    {
        using var answer = await SendAsync(body, headers);
        return (int)answer.StatusCode;
    }

    /// <summary>Posts without any <c>Accept</c>, as the revision has it.</summary>
    public async Task<HttpResponseMessage> SendAsync(string body, params (string Name, string Value)[] headers)
    {
        using var request = Raw.Post(body, headers);
        request.Headers.Accept.Clear();
        request.RequestUri = new Uri(Address, UriKind.Relative);
        return await _http.SendAsync(request, Cancel);
    }

    public void Dispose() => Events.Dispose();
}
