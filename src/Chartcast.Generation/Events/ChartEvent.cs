using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Events;

/// <summary>What an event tells; also the <c>type</c> in its data.</summary>
public enum ChartEventKind
{
    /// <summary>The request is stored.</summary>
    Queued,

    /// <summary>A worker has it.</summary>
    Started,

    /// <summary>A step was reached.</summary>
    Progress,

    /// <summary>The picture is stored.</summary>
    Completed,

    /// <summary>It ended with an error.</summary>
    Failed,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,
}

/// <summary>One step of one request, before it is stored.</summary>
public sealed record ChartEventDraft
{
    /// <summary>Whose step.</summary>
    public required string RequestId { get; init; }

    /// <summary>Who asked, by its own word, or null.</summary>
    public string? ClientId { get; init; }

    /// <summary>Whose request it is, as authenticated, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The symbol asked for.</summary>
    public required string Symbol { get; init; }

    /// <summary>The interval asked for.</summary>
    public required string Interval { get; init; }

    /// <summary>What happened.</summary>
    public required ChartEventKind Kind { get; init; }

    /// <summary>0–100; rises strictly within a request until the final event.</summary>
    public required int Percent { get; init; }

    /// <summary>One line for people.</summary>
    public required string Message { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>From being asked to the end in milliseconds; on final events only.</summary>
    public long? ProcessingTimeMs { get; init; }

    /// <summary>The error, on failed events only.</summary>
    public ChartError? Error { get; init; }
}

/// <summary>A stored event.</summary>
/// <param name="Sequence">Its place in the store's log: 1, 2, 3 … without holes, in commit order.</param>
/// <param name="Draft">What it tells.</param>
public sealed record ChartEvent(long Sequence, ChartEventDraft Draft);
