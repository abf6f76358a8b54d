namespace Chartcast.Generation.Requests;

/// <summary>A request and all that is known of it, as the store keeps it.</summary>
public sealed record ChartRecord
{
    /// <summary><c>req_</c>, the time in milliseconds, <c>_</c>, 22 random characters of base 62 (more than 128
    /// bits).</summary>
    public required string RequestId { get; init; }

    /// <summary>Who asked.</summary>
    public required ChartCaller Caller { get; init; }

    /// <summary>What was asked for.</summary>
    public required ChartRequest Request { get; init; }

    /// <summary>Where it stands.</summary>
    public required ChartStatus Status { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a worker took it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>From being asked to the end, in milliseconds; null while it runs.</summary>
    public long? ProcessingTimeMs { get; init; }

    /// <summary>The numbers, once completed.</summary>
    public ChartReport? Report { get; init; }

    /// <summary>The picture without its bytes, once completed.</summary>
    public ChartImageSummary? Image { get; init; }

    /// <summary>Why it failed, once failed or cancelled.</summary>
    public ChartError? Error { get; init; }

    /// <summary>Whether the request had been handed to a provider that may have charged for it.</summary>
    public bool ReachedProvider { get; init; }

    /// <summary>How often a worker has taken it; 2 and more only after the server stopped in the middle.</summary>
    public int Attempts { get; init; }
}

/// <summary>What is known of a stored picture without reading it.</summary>
/// <param name="Format">Its format.</param>
/// <param name="WidthPx">Width in picture pixels.</param>
/// <param name="HeightPx">Height in picture pixels.</param>
/// <param name="Bytes">Size of the file in bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the file.</param>
public sealed record ChartImageSummary(ImageFormat Format, int WidthPx, int HeightPx, int Bytes, string Sha256);
