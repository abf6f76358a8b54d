using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Events;

/// <summary>Writes events as JSON and as frames of Server-Sent Events (WHATWG HTML, section 9.2).</summary>
public static class ChartEventCodec
{
    /// <summary>The event name and the <c>type</c> of every step of a request.</summary>
    public const string EventType = "chart_progress";

    // The bytes go into a JSON document of their own, never into HTML: only what JSON itself forbids is escaped.
    private static readonly JsonWriterOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Appends one frame: <c>id</c>, <c>event</c>, <c>data</c> and the empty line.</summary>
    /// <param name="output">Receives the bytes.</param>
    /// <param name="epoch">The store's epoch.</param>
    /// <param name="chartEvent">The event.</param>
    public static void WriteFrame(IBufferWriter<byte> output, string epoch, ChartEvent chartEvent)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(chartEvent);
        WriteHead(output, epoch, chartEvent.Sequence, EventType);
        using (var json = new Utf8JsonWriter(output, Relaxed)) WriteJson(json, chartEvent.Draft);
        output.Write("\n\n"u8);
    }

    /// <summary>Writes an event's data as one JSON object.</summary>
    public static void WriteJson(Utf8JsonWriter json, ChartEventDraft draft)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(draft);
        json.WriteStartObject();
        json.WriteString("type"u8, EventType);
        json.WriteString("requestId"u8, draft.RequestId);
        json.WriteString("message"u8, draft.Message);
        if (draft.ProcessingTimeMs is { } milliseconds) json.WriteNumber("processingTime"u8, milliseconds);
        WriteTimestamp(json, draft.Timestamp);
        json.WriteStartObject("data"u8);
        json.WriteString("symbol"u8, draft.Symbol);
        json.WriteString("interval"u8, draft.Interval);
        json.WriteString("type"u8, draft.Kind.WireName());
        json.WriteString("status"u8, draft.Kind.StatusAfter().WireName());
        json.WriteNumber("percent"u8, draft.Percent);
        if (draft.Error is { } error) WriteError(json, error);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The name of a kind on the wire: <c>queued</c>, <c>started</c>, <c>progress</c>, <c>completed</c>,
    /// <c>failed</c>, <c>cancelled</c>.</summary>
    public static string WireName(this ChartEventKind kind) => kind switch
    {
        ChartEventKind.Queued => "queued",
        ChartEventKind.Started => "started",
        ChartEventKind.Progress => "progress",
        ChartEventKind.Completed => "completed",
        ChartEventKind.Failed => "failed",
        _ => "cancelled",
    };

    /// <summary>Where a request stands after an event.</summary>
    public static ChartStatus StatusAfter(this ChartEventKind kind) => kind switch
    {
        ChartEventKind.Queued => ChartStatus.Queued,
        ChartEventKind.Started or ChartEventKind.Progress => ChartStatus.Started,
        ChartEventKind.Completed => ChartStatus.Completed,
        ChartEventKind.Failed => ChartStatus.Failed,
        _ => ChartStatus.Cancelled,
    };

    /// <summary>Opens a frame up to and including <c>data: </c>.</summary>
    internal static void WriteHead(IBufferWriter<byte> output, string epoch, long sequence, string eventName)
    {
        Span<byte> head = output.GetSpan(epoch.Length + eventName.Length + 48);
        int length = Copy("id: "u8, head);
        length += Encoding.ASCII.GetBytes(epoch, head[length..]);
        head[length++] = (byte)'-';
        sequence.TryFormat(head[length..], out int digits, default, CultureInfo.InvariantCulture);
        length += digits;
        length += Copy("\nevent: "u8, head[length..]);
        length += Encoding.ASCII.GetBytes(eventName, head[length..]);
        length += Copy("\ndata: "u8, head[length..]);
        output.Advance(length);
    }

    /// <summary>Opens a writer of one frame's data.</summary>
    internal static Utf8JsonWriter DataWriter(IBufferWriter<byte> output) => new(output, Relaxed);

    /// <summary>Writes a time as ISO 8601 in UTC with milliseconds, such as <c>2025-06-12T03:16:30.000Z</c>.</summary>
    internal static void WriteTimestamp(Utf8JsonWriter json, DateTimeOffset time)
    {
        Span<byte> text = stackalloc byte[24];
        time.UtcDateTime.TryFormat(text, out int length, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        json.WriteString("timestamp"u8, text[..length]);
    }

    private static void WriteError(Utf8JsonWriter json, ChartError error)
    {
        json.WriteStartObject("error"u8);
        json.WriteString("code"u8, error.Code.WireName());
        json.WriteString("message"u8, error.Message);
        json.WriteEndObject();
    }

    private static int Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        from.CopyTo(to);
        return from.Length;
    }
}
