using System.Text.Json;

namespace Chartcast.Mcp.Security.OAuth;

/// <summary>What a token says of itself (RFC 7519, section 4.1; RFC 9068, section 2.2).</summary>
internal sealed record TokenClaims
{
    private const int LongestSubject = 1024;

    // The beginning of 9999-12-31: a day later there are no dates any more.
    private const double LatestSecond = 253_402_214_400;

    /// <summary>Who issued it; null when it does not say.</summary>
    public string? Issuer { get; private init; }

    /// <summary>Whose it is; null when it does not say or says something absurd.</summary>
    public string? Subject { get; private init; }

    /// <summary>For which resources it is.</summary>
    public required IReadOnlySet<string> Audiences { get; init; }

    /// <summary>What it allows.</summary>
    public required IReadOnlySet<string> Scopes { get; init; }

    /// <summary>From when on it does not count any more; null when it does not say.</summary>
    public DateTimeOffset? ExpiresAt { get; private init; }

    /// <summary>From when on it counts; null when it does not say.</summary>
    public DateTimeOffset? NotBefore { get; private init; }

    /// <summary>Reads the claims.</summary>
    /// <returns>The claims, or null when one of them has a wrong type: it may have been meant as a limit.</returns>
    /// <exception cref="InvalidOperationException">A string is no text.</exception>
    public static TokenClaims? Read(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object
            || !TryText(payload, "iss", out var issuer) || !TryText(payload, "sub", out var subject)
            || !TryTime(payload, "exp", out var expiresAt) || !TryTime(payload, "nbf", out var notBefore))
            return null;
        var audiences = new HashSet<string>(StringComparer.Ordinal);
        var scopes = new HashSet<string>(StringComparer.Ordinal);
        // Some issuers write scp, and either as a list or as one text with blanks.
        if (!TryAdd(payload, "aud", splits: false, audiences)
            || !TryAdd(payload, "scope", splits: true, scopes) || !TryAdd(payload, "scp", splits: true, scopes))
            return null;
        return new TokenClaims
        {
            Issuer = issuer,
            Subject = subject is { Length: > 0 and <= LongestSubject } ? subject : null,
            Audiences = audiences,
            Scopes = scopes,
            ExpiresAt = expiresAt,
            NotBefore = notBefore,
        };
    }

    private static bool TryText(JsonElement payload, string name, out string? text)
    {
        text = null;
        if (!payload.TryGetProperty(name, out var value))
            return true;
        if (value.ValueKind != JsonValueKind.String)
            return false;
        text = value.GetString();
        return true;
    }

    private static bool TryTime(JsonElement payload, string name, out DateTimeOffset? time)
    {
        time = null;
        if (!payload.TryGetProperty(name, out var value))
            return true;
        // 1e400 is read as infinity; a date that far away is none.
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var seconds)
            || !(seconds is >= 0 and <= LatestSecond))
            return false;
        time = DateTimeOffset.UnixEpoch.AddSeconds(seconds);
        return true;
    }

    private static bool TryAdd(JsonElement payload, string name, bool splits, HashSet<string> texts)
    {
        if (!payload.TryGetProperty(name, out var value))
            return true;
        if (value.ValueKind == JsonValueKind.String)
        {
            Add(value.GetString()!, splits, texts);
            return true;
        }

        if (value.ValueKind != JsonValueKind.Array)
            return false;
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
                return false;
            Add(item.GetString()!, splits: false, texts);
        }

        return true;
    }

    private static void Add(string text, bool splits, HashSet<string> texts)
    {
        if (splits)
            texts.UnionWith(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        else
            texts.Add(text);
    }
}
