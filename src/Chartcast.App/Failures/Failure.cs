using Chartcast.Generation.Requests;

namespace Chartcast.App.Failures;

/// <summary>A failure as every front door tells it: fit for strangers.</summary>
/// <param name="Code">The wire name of the error code, such as <c>unknown_symbol</c>.</param>
/// <param name="Message">What happened and what to do.</param>
public sealed record Failure(string Code, string Message)
{
    /// <summary>Whether the same request may succeed later without being changed.</summary>
    public bool Retryable { get; init; }

    /// <summary>How many seconds to wait before that, rounded up; null when unknown or pointless.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The nearest names of what was asked, best first.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>All faults by field.</summary>
    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>The upstream's own words, cleaned; null when no upstream spoke.</summary>
    public string? Upstream { get; init; }

    /// <summary>Tells an error of the domain.</summary>
    /// <param name="error">The error.</param>
    public static Failure From(ChartError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new Failure(error.Code.WireName(), error.Message)
        {
            Retryable = error.Code.IsRetryable(),
            RetryAfterSeconds = error.RetryAfter is { } wait ? (int)Math.Ceiling(wait.TotalSeconds) : null,
            Suggestions = error.Suggestions,
            Faults = error.Faults,
            Upstream = error.Upstream,
        };
    }

    /// <summary>Tells a bug: outside nobody sees more than an id under which the log has the rest.</summary>
    /// <param name="incident">The id in the log.</param>
    public static Failure Internal(string incident) =>
        new(ChartErrorCode.Internal.WireName(), $"Something went wrong in the server; its log has it as {incident}.");
}
