using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>How one attempt ended: with a picture or other content, or with an error and what may be done about
/// it.</summary>
/// <param name="Image">The checked picture, or null.</param>
/// <param name="Error">Why there is none, or null.</param>
/// <param name="Retries">How many more attempts this kind of failure is worth; 0 for final answers.</param>
/// <param name="RetryAfter">How long the upstream asked to wait, capped; null when it did not say.</param>
internal sealed record ChartImgReply(
    ChartImage? Image, ChartError? Error, int Retries = 0, TimeSpan? RetryAfter = null)
{
    /// <summary>The HTTP status; 0 without an answer.</summary>
    public int Status { get; init; }

    /// <summary>JSON that was asked for, or null.</summary>
    public ReadOnlyMemory<byte>? Json { get; init; }

    /// <summary>What the answer tells of the account, or null.</summary>
    public AccountLimits? Learned { get; init; }

    /// <summary>An attempt that failed.</summary>
    public static ChartImgReply Failed(ChartErrorCode code, string message, int retries = 0, string? upstream = null) =>
        new(null, new ChartError { Code = code, Message = message, Upstream = upstream }, retries);
}
