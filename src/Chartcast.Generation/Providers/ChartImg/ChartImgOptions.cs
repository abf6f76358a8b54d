namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>How to reach Chart-IMG. The key appears in no text made from this.</summary>
public sealed record ChartImgOptions
{
    /// <summary>Where Chart-IMG lives.</summary>
    public static readonly Uri DefaultBaseAddress = new("https://api.chart-img.com");

    /// <summary>The account's key; 1–512 visible ASCII characters.</summary>
    public required string ApiKey { get; init; }

    /// <summary>TradingView's cookie <c>sessionid</c>, for data and layouts of one's own; null for none. Never without
    /// <see cref="SessionIdSign"/>. A secret.</summary>
    public string? SessionId { get; init; }

    /// <summary>TradingView's cookie <c>sessionid_sign</c>. A secret.</summary>
    public string? SessionIdSign { get; init; }

    /// <summary>What must appear in no text.</summary>
    internal IReadOnlyList<string> Secrets => SessionId is { } session && SessionIdSign is { } sign
        ? [ApiKey, session, sign]
        : [ApiKey];

    /// <summary>The API's address: https anywhere, or http on this machine; default
    /// <see cref="DefaultBaseAddress"/>.</summary>
    public Uri BaseAddress { get; init; } = DefaultBaseAddress;

    /// <summary>Times of advanced charts; default 30 s an attempt (4–10 s are usual), 55 s in all.</summary>
    public ChartImgTiming Advanced { get; init; } = new(TimeSpan.FromSeconds(55), TimeSpan.FromSeconds(30));

    /// <summary>Times of layout charts, which the documentation gives at least a minute; default 90 s an attempt,
    /// 110 s in all.</summary>
    public ChartImgTiming Layout { get; init; } = new(TimeSpan.FromSeconds(110), TimeSpan.FromSeconds(90));

    /// <summary>Times of lists of exchanges and symbols; default 10 s an attempt, 20 s in all.</summary>
    public ChartImgTiming Directory { get; init; } = new(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10));

    /// <summary>How many of the calls within <see cref="BreakWindow"/> have to fail before no more are made for
    /// <see cref="BreakDuration"/>; 0.1–1, default 0.8. Refusals are no failures.</summary>
    public double BreakRatio { get; init; } = 0.8;

    /// <summary>How many calls there have to be within <see cref="BreakWindow"/> before any ratio counts; 2 and more,
    /// default 10.</summary>
    public int BreakMinimum { get; init; } = 10;

    /// <summary>The time failures are counted over; 1 s–1 h, default 30 s.</summary>
    public TimeSpan BreakWindow { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long no call is made after that; 1 s–1 h, default 15 s.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long an answer that has begun may pause; default 10 s.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many attempts one chart gets at most; 1–10, default 3.</summary>
    public int MaximumAttempts { get; init; } = 3;

    /// <summary>Wait before the second attempt, on average; doubles after each; default 1 s.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest <c>Retry-After</c> that is believed; default 60 s.</summary>
    public TimeSpan MaximumRetryAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Largest picture in bytes; default 20 MB.</summary>
    public int MaximumImageBytes { get; init; } = 20_000_000;

    /// <summary>What is wrong with these options, each naming field and remedy; empty when they are right.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (ApiKey.Length is 0 or > 512 || ApiKey.Any(c => c is <= ' ' or > '~'))
            faults.Add("The Chart-IMG key must be 1 to 512 visible ASCII characters without blanks: copy it again.");
        if (SessionId is null != SessionIdSign is null)
            faults.Add("The TradingView session needs both cookies, sessionid and sessionid_sign, or none.");
        if (!IsSafe(BaseAddress))
        {
            faults.Add("The Chart-IMG base address must be an https address without user, query or fragment "
                + "(http only on this machine), such as https://api.chart-img.com.");
        }

        string times = "at most 5 min in all, at least 10 ms an attempt and not longer than in all";
        Require(Advanced.IsRight, nameof(Advanced), times);
        Require(Layout.IsRight, nameof(Layout), times);
        Require(Directory.IsRight, nameof(Directory), times);
        Require(BreakRatio is >= 0.1 and <= 1, nameof(BreakRatio), "0.1 to 1");
        Require(BreakMinimum >= 2, nameof(BreakMinimum), "2 or more");
        Require(BreakWindow.TotalSeconds is >= 1 and <= 3600, nameof(BreakWindow), "1 s to 1 h");
        Require(BreakDuration.TotalSeconds is >= 1 and <= 3600, nameof(BreakDuration), "1 s to 1 h");
        Require(IdleTimeout > TimeSpan.Zero, nameof(IdleTimeout), "above 0");
        Require(MaximumAttempts is >= 1 and <= 10, nameof(MaximumAttempts), "1 to 10");
        Require(BaseDelay > TimeSpan.Zero, nameof(BaseDelay), "above 0");
        Require(MaximumRetryAfter > TimeSpan.Zero, nameof(MaximumRetryAfter), "above 0");
        Require(MaximumImageBytes > 0, nameof(MaximumImageBytes), "above 0");
        return faults;

        void Require(bool isRight, string name, string wanted)
        {
            if (!isRight) faults.Add($"Chart-IMG's {name} must be {wanted}.");
        }
    }

    /// <summary>The address and limits, without the key.</summary>
    public override string ToString() =>
        $"ChartImgOptions {{ BaseAddress = {BaseAddress}, ApiKey = *** }}";

    // The key travels with every call, so it never leaves the machine unencrypted.
    private static bool IsSafe(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0;
}
