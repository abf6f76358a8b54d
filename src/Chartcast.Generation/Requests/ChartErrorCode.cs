namespace Chartcast.Generation.Requests;

/// <summary>Why a chart could not be made; each has one wire name, see
/// <see cref="ChartErrorCodes.WireName"/>.</summary>
public enum ChartErrorCode
{
    /// <summary>Arguments are wrong; the faults name the fields.</summary>
    InvalidArgument,

    /// <summary>No feed knows the symbol.</summary>
    UnknownSymbol,

    /// <summary>The symbol is known, but not at this interval.</summary>
    IntervalUnavailable,

    /// <summary>The symbol is known, but there are no bars in the asked range.</summary>
    NoData,

    /// <summary>A data file is broken, unreadable or of an unknown dialect.</summary>
    DataUnreadable,

    /// <summary>No provider is set up for what was asked.</summary>
    ProviderUnavailable,

    /// <summary>The upstream refused what was asked (its 4xx).</summary>
    UpstreamRefused,

    /// <summary>The upstream refused the key.</summary>
    UpstreamUnauthorized,

    /// <summary>The upstream's rate limit; try again soon.</summary>
    UpstreamRateLimited,

    /// <summary>The upstream's daily quota is used up.</summary>
    UpstreamQuotaExhausted,

    /// <summary>The upstream failed (its 5xx, a reset, a broken answer).</summary>
    UpstreamFailed,

    /// <summary>The upstream did not answer in time.</summary>
    UpstreamTimeout,

    /// <summary>The upstream said 200, but the body is not the picture that was asked for.</summary>
    UpstreamBadImage,

    /// <summary>The queue is full; try again later.</summary>
    Busy,

    /// <summary>The chart took longer than its deadline.</summary>
    Timeout,

    /// <summary>Somebody cancelled the request.</summary>
    Cancelled,

    /// <summary>The server stopped while the chart was being made.</summary>
    Interrupted,

    /// <summary>The store cannot write: disk full or read-only.</summary>
    StorageUnavailable,

    /// <summary>No request has this id.</summary>
    UnknownRequest,

    /// <summary>A fault of the server; the message carries an id to find it in the log.</summary>
    Internal,
}

/// <summary>Wire names and retry rules of error codes.</summary>
public static class ChartErrorCodes
{
    /// <summary>The name of a code on the wire, in snake case, such as <c>unknown_symbol</c>.</summary>
    public static string WireName(this ChartErrorCode code) => code switch
    {
        ChartErrorCode.InvalidArgument => "invalid_argument",
        ChartErrorCode.UnknownSymbol => "unknown_symbol",
        ChartErrorCode.IntervalUnavailable => "interval_unavailable",
        ChartErrorCode.NoData => "no_data",
        ChartErrorCode.DataUnreadable => "data_unreadable",
        ChartErrorCode.ProviderUnavailable => "provider_unavailable",
        ChartErrorCode.UpstreamRefused => "upstream_refused",
        ChartErrorCode.UpstreamUnauthorized => "upstream_unauthorized",
        ChartErrorCode.UpstreamRateLimited => "upstream_rate_limited",
        ChartErrorCode.UpstreamQuotaExhausted => "upstream_quota_exhausted",
        ChartErrorCode.UpstreamFailed => "upstream_failed",
        ChartErrorCode.UpstreamTimeout => "upstream_timeout",
        ChartErrorCode.UpstreamBadImage => "upstream_bad_image",
        ChartErrorCode.Busy => "busy",
        ChartErrorCode.Timeout => "timeout",
        ChartErrorCode.Cancelled => "cancelled",
        ChartErrorCode.Interrupted => "interrupted",
        ChartErrorCode.StorageUnavailable => "storage_unavailable",
        ChartErrorCode.UnknownRequest => "unknown_request",
        _ => "internal",
    };

    /// <summary>Whether the same request may succeed later without being changed.</summary>
    public static bool IsRetryable(this ChartErrorCode code) => code is
        ChartErrorCode.UpstreamRateLimited or ChartErrorCode.UpstreamQuotaExhausted or ChartErrorCode.UpstreamFailed
        or ChartErrorCode.UpstreamTimeout or ChartErrorCode.UpstreamBadImage or ChartErrorCode.Busy
        or ChartErrorCode.Timeout or ChartErrorCode.Interrupted or ChartErrorCode.StorageUnavailable;
}
