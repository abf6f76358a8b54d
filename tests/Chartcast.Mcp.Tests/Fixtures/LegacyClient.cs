namespace Chartcast.Mcp.Tests.Fixtures;

/// <summary>A session of a legacy revision, written and read by hand.</summary>
internal sealed class LegacyClient
{
    private readonly HttpClient _http;

    private LegacyClient(HttpClient http, string session)
    {
        _http = http;
        Session = session;
    }

    public string Session { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<LegacyClient> OpenAsync(HttpClient http, string revision) =>
        new(http, await Raw.InitializeAsync(http, revision));

    public static string Cancelled(string id) =>
        $"{{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{{\"requestId\":{id}}}}}";

    public static string Ping(string id) => $"{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"ping\"}}";

    /// <summary>Posts, and waits for the whole answer.</summary>
    public Task<HttpResponseMessage> PostAsync(string body) => _http.SendAsync(Posting(body), Cancel);

    /// <summary>Posts, and reads the answer's events while they come.</summary>
    public Task<EventReader> StreamAsync(string body) => EventReader.OpenAsync(_http, Posting(body));

    /// <summary>Opens a stream by GET, from its start or after an event.</summary>
    public Task<EventReader> GetAsync(string? lastEventId = null) =>
        EventReader.OpenAsync(_http, Request(HttpMethod.Get, lastEventId));

    public async Task<int> GetStatusAsync(string? lastEventId) => await StatusAsync(Request(HttpMethod.Get, lastEventId));

    public async Task<int> DeleteAsync() => await StatusAsync(Request(HttpMethod.Delete));

    public async Task<int> PostStatusAsync(string body) => await StatusAsync(Posting(body));

    private HttpRequestMessage Posting(string body) => Raw.Post(body, ("Mcp-Session-Id", Session));

    private HttpRequestMessage Request(HttpMethod method, string? lastEventId = null)
    {
        var request = new HttpRequestMessage(method, "/mcp");
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("Mcp-Session-Id", Session);
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        return request;
    }

    private async Task<int> StatusAsync(HttpRequestMessage request)
    {
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        return (int)answer.StatusCode;
    }
}
