namespace Chartcast.ChartImgFake;

/// <summary>Who may call, and what is known.</summary>
public sealed record FakeSettings
{
    /// <summary>The key that works unless told otherwise.</summary>
    public const string DefaultKey = "fake-key-4f1c9a7e2b";

    /// <summary>Keys and their plans.</summary>
    public IReadOnlyDictionary<string, FakePlan> Keys { get; init; } =
        new Dictionary<string, FakePlan>(StringComparer.Ordinal) { [DefaultKey] = FakePlan.Generous };

    /// <summary>Symbols that are well formed and unknown.</summary>
    public IReadOnlySet<string> UnknownSymbols { get; init; } = new HashSet<string>(StringComparer.Ordinal) { "NOPE:NOPE" };

    /// <summary>Layouts that exist.</summary>
    public IReadOnlySet<string> Layouts { get; init; } = new HashSet<string>(StringComparer.Ordinal) { "AbCd1234" };

    /// <summary>The port to listen on, on the loopback address; 0 for a free one.</summary>
    public int Port { get; init; }
}

/// <summary>One call that came in.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path.</param>
/// <param name="Key">Its <c>x-api-key</c>, or null.</param>
/// <param name="Body">Its body.</param>
public sealed record FakeCall(string Method, string Path, string? Key, string Body)
{
    /// <summary>The query with its question mark; empty for none.</summary>
    public string Query { get; init; } = "";

    /// <summary>Its <c>tradingview-session-id</c>, or null.</summary>
    public string? Session { get; init; }

    /// <summary>Its <c>tradingview-session-id-sign</c>, or null.</summary>
    public string? SessionSign { get; init; }
}
