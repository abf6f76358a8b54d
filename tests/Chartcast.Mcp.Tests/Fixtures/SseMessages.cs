using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Chartcast.Mcp.Tests.Fixtures;

/// <summary>The JSON-RPC messages of one event stream, one after another.</summary>
internal sealed class SseMessages : IAsyncDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private SseMessages(HttpResponseMessage answer, Stream stream)
    {
        _answer = answer;
        _items = SseParser.Create(stream).EnumerateAsync(Cancel).GetAsyncEnumerator(Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SseMessages> OpenAsync(HttpClient http, HttpRequestMessage request)
    {
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new SseMessages(answer, await answer.Content.ReadAsStreamAsync(Cancel));
    }

    /// <summary>The next message; null at the end of the stream.</summary>
    public async Task<JsonElement?> NextAsync() =>
        await _items.MoveNextAsync() ? JsonElement.Parse(_items.Current.Data) : null;

    /// <summary>Everything up to the end of the stream.</summary>
    public async Task<List<JsonElement>> RestAsync()
    {
        var rest = new List<JsonElement>();
        while (await NextAsync() is { } message)
            rest.Add(message);
        return rest;
    }

    public ValueTask DisposeAsync()
    {
        _answer.Dispose();
        return ValueTask.CompletedTask;
    }
}
