using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Chartcast.Generation.Events;

/// <summary>Why a listener's id could not be followed.</summary>
public enum HistoryLoss
{
    /// <summary>The text is no id of this server.</summary>
    UnreadableId,

    /// <summary>The id belongs to another log, such as one that was deleted.</summary>
    OtherLog,

    /// <summary>The id lies ahead of this log, such as after a restored backup.</summary>
    UnknownId,

    /// <summary>What followed the id is no longer kept.</summary>
    TooOld,

    /// <summary>The store cannot be read at the moment.</summary>
    Unreadable,
}

/// <summary>Every frame of a stream that is no step of a request, in one place.</summary>
public static class EventFrames
{
    /// <summary>The comment that keeps a quiet stream open.</summary>
    public static ReadOnlyMemory<byte> Heartbeat { get; } = ": heartbeat\n\n"u8.ToArray();

    /// <summary>Appends how long clients shall wait before they reconnect.</summary>
    public static void WriteRetry(IBufferWriter<byte> output, TimeSpan wait)
    {
        ArgumentNullException.ThrowIfNull(output);
        string line = string.Create(CultureInfo.InvariantCulture, $"retry: {(int)wait.TotalMilliseconds}\n\n");
        output.Write(Encoding.ASCII.GetBytes(line));
    }

    /// <summary>Appends the <c>connection</c> event that opens every stream.</summary>
    /// <param name="output">Receives the bytes.</param>
    /// <param name="resumeAt">The id after which the stream goes on; a client cut off right now comes back with
    /// it.</param>
    /// <param name="clientId">The id the client gave itself.</param>
    /// <param name="now">The time.</param>
    public static void WriteConnection(
        IBufferWriter<byte> output, EventId resumeAt, string clientId, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(output);
        ChartEventCodec.WriteHead(output, resumeAt.Epoch, resumeAt.Sequence, "connection");
        using (Utf8JsonWriter json = ChartEventCodec.DataWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "connected"u8);
            json.WriteString("clientId"u8, clientId);
            ChartEventCodec.WriteTimestamp(json, now);
            json.WriteEndObject();
        }

        output.Write("\n\n"u8);
    }

    /// <summary>Appends the <c>history_lost</c> event: events between the client's id and now will not come.</summary>
    public static void WriteHistoryLost(
        IBufferWriter<byte> output, EventId resumeAt, HistoryLoss loss, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(output);
        ChartEventCodec.WriteHead(output, resumeAt.Epoch, resumeAt.Sequence, "history_lost");
        using (Utf8JsonWriter json = ChartEventCodec.DataWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "history_lost"u8);
            json.WriteString("reason"u8, ReasonOf(loss));
            json.WriteString("message"u8, MessageOf(loss));
            ChartEventCodec.WriteTimestamp(json, now);
            json.WriteEndObject();
        }

        output.Write("\n\n"u8);
    }

    /// <summary>Appends the <c>shutdown</c> event that ends a stream when the server stops.</summary>
    public static void WriteShutdown(IBufferWriter<byte> output, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write("event: shutdown\ndata: "u8);
        using (Utf8JsonWriter json = ChartEventCodec.DataWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "shutdown"u8);
            json.WriteString("message"u8, "The server stops; reconnect to go on where this stream ended."u8);
            ChartEventCodec.WriteTimestamp(json, now);
            json.WriteEndObject();
        }

        output.Write("\n\n"u8);
    }

    private static string ReasonOf(HistoryLoss loss) => loss switch
    {
        HistoryLoss.UnreadableId => "unreadable_id",
        HistoryLoss.OtherLog => "other_log",
        HistoryLoss.UnknownId => "unknown_id",
        HistoryLoss.TooOld => "too_old",
        _ => "store_unavailable",
    };

    private static string MessageOf(HistoryLoss loss) => loss switch
    {
        HistoryLoss.UnreadableId => "Last-Event-ID is no id of this server; live events follow.",
        HistoryLoss.OtherLog => "Last-Event-ID belongs to another event log; live events follow.",
        HistoryLoss.UnknownId => "Last-Event-ID is ahead of this event log; live events follow.",
        HistoryLoss.TooOld => "Events after Last-Event-ID are no longer kept; live events follow. "
            + "Ask get_recent_requests for what happened meanwhile.",
        _ => "Stored events cannot be read at the moment; live events follow.",
    };
}
