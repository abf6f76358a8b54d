namespace Chartcast.Generation.Requests;

/// <summary>One fault of one field.</summary>
/// <param name="Field">The path of the field, such as <c>indicators[0].period</c>.</param>
/// <param name="Message">What is wrong and what would be right, fit for strangers.</param>
public sealed record FieldFault(string Field, string Message);

/// <summary>Why a chart could not be made, fit for strangers: no paths, keys or stack traces.</summary>
public sealed record ChartError
{
    /// <summary>The kind of failure.</summary>
    public required ChartErrorCode Code { get; init; }

    /// <summary>One or two sentences that say what happened and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>How long to wait before trying again; null when unknown or pointless.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>All faults at once, for <see cref="ChartErrorCode.InvalidArgument"/>.</summary>
    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>The nearest names of what was asked, best first.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>The upstream's own words, cleaned of control characters and keys, at most 200 characters.</summary>
    public string? Upstream { get; init; }
}

/// <summary>A failure of the domain: caught once, in the worker, and shown to the caller.</summary>
public sealed class ChartException : Exception
{
    /// <summary>Wraps an error.</summary>
    /// <param name="error">What went wrong.</param>
    /// <param name="inner">What it came from, for the log alone.</param>
    public ChartException(ChartError error, Exception? inner = null)
        : base(error?.Message, inner)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>Makes an error of a code and a message.</summary>
    public ChartException(ChartErrorCode code, string message, Exception? inner = null)
        : this(new ChartError { Code = code, Message = message }, inner)
    {
    }

    /// <summary>What went wrong.</summary>
    public ChartError Error { get; }
}
