using System.Text.Json;

namespace Chartcast.App.Tests.Doubles;

/// <summary>One frame of an event stream.</summary>
public sealed record StreamFrame(string? Id, string? Event, string? Data, string? Comment, string? Retry)
{
    public JsonElement Json => JsonDocument.Parse(Data ?? "null").RootElement;
}

/// <summary>Reads an open event stream frame by frame.</summary>
public sealed class EventReader : IDisposable
{
    private readonly HttpClient _client;
    private readonly StreamReader _reader;

    private EventReader(HttpClient client, HttpResponseMessage response, StreamReader reader)
    {
        _client = client;
        Response = response;
        _reader = reader;
    }

    public HttpResponseMessage Response { get; }

    public static async Task<EventReader> OpenAsync(HttpClient client, HttpResponseMessage response) =>
        new(client, response, new StreamReader(
            await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));

    /// <summary>The next frame; null at the end of the stream.</summary>
    public async Task<StreamFrame?> NextAsync()
    {
        var frame = new StreamFrame(null, null, null, null, null);
        bool isEmpty = true;
        while (await _reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Length == 0)
            {
                if (!isEmpty) return frame;
                continue;
            }

            isEmpty = false;
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string value = line[(colon + 1)..].TrimStart(' ');
            frame = line[..colon] switch
            {
                "id" => frame with { Id = value },
                "event" => frame with { Event = value },
                "data" => frame with { Data = value },
                "retry" => frame with { Retry = value },
                _ => frame with { Comment = value },
            };
        }

        return null;
    }

    /// <summary>The next frame of an event; fails at the end of the stream.</summary>
    public async Task<StreamFrame> NextOfAsync(string name)
    {
        while (await NextAsync() is { } frame)
        {
            if (frame.Event == name) return frame;
        }

        throw new InvalidOperationException($"The stream ended without {name}.");
    }

    /// <summary>All progress of a request up to its final event.</summary>
    public async Task<IReadOnlyList<StreamFrame>> UntilFinalAsync()
    {
        var frames = new List<StreamFrame>();
        while (true)
        {
            StreamFrame frame = await NextOfAsync("chart_progress");
            frames.Add(frame);
            string? type = frame.Json.GetProperty("data").GetProperty("type").GetString();
            if (type is "completed" or "failed" or "cancelled") return frames;
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        Response.Dispose();
        _client.Dispose();
    }
}
