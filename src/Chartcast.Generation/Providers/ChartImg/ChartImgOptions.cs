namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>How to reach Chart-IMG. The key appears in no text made from this.</summary>
public sealed record ChartImgOptions
{
    /// <summary>Where Chart-IMG lives.</summary>
    public static readonly Uri DefaultBaseAddress = new("https://api.chart-img.com");

    /// <summary>The account's key; 1–512 visible ASCII characters.</summary>
    public required string ApiKey { get; init; }

    /// <summary>The API's address: https anywhere, or http on this machine; default
    /// <see cref="DefaultBaseAddress"/>.</summary>
    public Uri BaseAddress { get; init; } = DefaultBaseAddress;

    /// <summary>How long one chart may take, attempts and waits together; 1 s–5 min, default 30 s.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one attempt may take; at most <see cref="TotalTimeout"/>, default 20 s (4–10 s are
    /// usual).</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(20);

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
        if (!IsSafe(BaseAddress))
        {
            faults.Add("The Chart-IMG base address must be an https address without user, query or fragment "
                + "(http only on this machine), such as https://api.chart-img.com.");
        }

        Require(TotalTimeout.TotalSeconds is >= 1 and <= 300, nameof(TotalTimeout), "1 s to 5 min");
        Require(
            AttemptTimeout.TotalSeconds >= 0.01 && AttemptTimeout <= TotalTimeout,
            nameof(AttemptTimeout), "at least 10 ms and at most TotalTimeout");
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
        $"ChartImgOptions {{ BaseAddress = {BaseAddress}, ApiKey = ***, TotalTimeout = {TotalTimeout} }}";

    // The key travels with every call, so it never leaves the machine unencrypted.
    private static bool IsSafe(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0;
}
