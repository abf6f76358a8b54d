using System.Text.Json;

namespace Chartcast.Mcp.Tests.Fixtures;

/// <summary>An event as it came over the wire; null for fields that were not there.</summary>
internal sealed record RawEvent(string? Name, string? Id, string? Retry, string? Data)
{
    public JsonElement Json => JsonElement.Parse(Data!);

    public bool IsMark => Id is not null && Data is { Length: 0 };
}

/// <summary>Reads the events of one response, field by field.</summary>
internal sealed class EventReader : IDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private EventReader(HttpResponseMessage answer, Stream body)
    {
        _answer = answer;
        _lines = new StreamReader(body);
    }

    public HttpResponseMessage Answer => _answer;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Sends a request and reads its events while they come.</summary>
    public static async Task<EventReader> OpenAsync(HttpClient http, HttpRequestMessage request)
    {
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new EventReader(answer, await answer.Content.ReadAsStreamAsync(Cancel));
    }

    /// <summary>The next event; null at the end of the stream. Comments are passed over.</summary>
    public async Task<RawEvent?> NextAsync()
    {
        var fields = new Dictionary<string, string>();
        while (await _lines.ReadLineAsync(Cancel) is { } line)
        {
            if (line.Length == 0 && fields.Count > 0)
                return new RawEvent(Of("event"), Of("id"), Of("retry"), Of("data"));
            if (line.Length > 0 && line[0] != ':')
            {
                var (name, value) = line.Split(": ", 2) is [var left, var right] ? (left, right) : (line, string.Empty);
                Assert.True(fields.TryAdd(name, value), $"'{name}' twice in one event");
            }
        }

        Assert.Empty(fields);
        return null;

        string? Of(string field) => fields.GetValueOrDefault(field);
    }

    /// <summary>The next event with data.</summary>
    public async Task<RawEvent?> NextMessageAsync()
    {
        RawEvent? next;
        do
        {
            next = await NextAsync();
        }
        while (next is { IsMark: true });
        return next;
    }

    /// <summary>Everything up to the end of the stream.</summary>
    public async Task<List<RawEvent>> RestAsync()
    {
        var all = new List<RawEvent>();
        while (await NextAsync() is { } next)
            all.Add(next);
        return all;
    }

    public void Dispose()
    {
        _lines.Dispose();
        _answer.Dispose();
    }
}
