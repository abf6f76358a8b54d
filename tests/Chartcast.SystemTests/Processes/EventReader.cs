using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Chartcast.SystemTests.Processes;

/// <summary>One event as it came.</summary>
/// <param name="Name">Its <c>event:</c> field.</param>
/// <param name="Id">Its <c>id:</c> field, or null.</param>
/// <param name="Data">Its data as JSON.</param>
public sealed record ReceivedEvent(string Name, string? Id, JsonElement Data)
{
    /// <summary>The step: queued, started, progress, completed …; null for the connection event.</summary>
    public string? Step => Data.TryGetProperty("data", out JsonElement data) ? data.GetProperty("type").GetString() : null;

    /// <summary>Whose step.</summary>
    public string? RequestId => Data.TryGetProperty("requestId", out JsonElement id) ? id.GetString() : null;
}

/// <summary>Reads an event stream with the base library's parser.</summary>
public sealed class EventReader : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private EventReader(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _items = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
    }

    public static async Task<EventReader> OpenAsync(Uri url, string? lastEventId = null)
    {
        var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        HttpResponseMessage response = await http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return new EventReader(
            response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The next event, or null at the end of the stream.</summary>
    public async Task<ReceivedEvent?> NextAsync()
    {
        if (!await _items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60))) return null;
        SseItem<string> item = _items.Current;
        using JsonDocument document = JsonDocument.Parse(item.Data);
        return new ReceivedEvent(item.EventType, item.EventId, document.RootElement.Clone());
    }

    /// <summary>Events up to and including the final one of a request (any request when null).</summary>
    public async Task<IReadOnlyList<ReceivedEvent>> UntilFinalAsync(string? requestId = null)
    {
        List<ReceivedEvent> events = [];
        while (await NextAsync() is { } next)
        {
            events.Add(next);
            if (next.Step is "completed" or "failed" or "cancelled" && (requestId is null || next.RequestId == requestId))
                return events;
        }

        throw new InvalidOperationException("The stream ended before the final event.");
    }

    public ValueTask DisposeAsync()
    {
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}
