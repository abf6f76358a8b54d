using Chartcast.Generation.Providers.ChartImg.Accounts;

namespace Chartcast.App.Configuration;

/// <summary>How Chart-IMG is used, besides its key and address.</summary>
public sealed record ChartImgSettings
{
    /// <summary>What the account may do, of its plan and of single limits, which win.</summary>
    public AccountLimits Limits { get; init; } = AccountLimits.Unknown;

    /// <summary>The directory of the book of calls and the cache of pictures, shared by all processes of a user; null
    /// for the state directory.</summary>
    public string? Directory { get; init; }

    /// <summary>TradingView's cookie <c>sessionid</c>, or null. A secret.</summary>
    public string? SessionId { get; init; }

    /// <summary>TradingView's cookie <c>sessionid_sign</c>, or null. A secret.</summary>
    public string? SessionIdSign { get; init; }

    /// <summary>How many bytes of pictures are kept, 0 for none; default 256 MiB.</summary>
    public long CacheBytes { get; init; } = 256L << 20;

    /// <summary>Where calls and answers are written down, or null.</summary>
    public string? RecordDirectory { get; init; }

    /// <summary>Where answers are read from instead of calling, or null.</summary>
    public string? ReplayDirectory { get; init; }

    /// <summary>What must never appear in a log, an answer or an event.</summary>
    public IEnumerable<string> Secrets => new[] { SessionId, SessionIdSign }.OfType<string>();

    /// <summary>Everything but the secrets.</summary>
    public override string ToString() => $"ChartImgSettings {{ Limits = {Limits}, CacheBytes = {CacheBytes} }}";
}
