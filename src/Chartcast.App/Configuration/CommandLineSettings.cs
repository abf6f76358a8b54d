namespace Chartcast.App.Configuration;

/// <summary>What the command line says about the server; null and empty where it says nothing.</summary>
public sealed record CommandLineSettings
{
    /// <summary><c>--port</c> as written.</summary>
    public string? Port { get; init; }

    /// <summary><c>--host</c>.</summary>
    public string? Host { get; init; }

    /// <summary><c>--data</c>.</summary>
    public string? DataDirectory { get; init; }

    /// <summary><c>--state</c>.</summary>
    public string? StateDirectory { get; init; }

    /// <summary><c>--demo</c>.</summary>
    public bool Demo { get; init; }

    /// <summary>Every <c>--allow-origin</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Every <c>--allow-host</c>.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary><c>--legacy-sse</c> as written.</summary>
    public string? LegacySse { get; init; }

    /// <summary><c>--insecure-no-auth</c>.</summary>
    public bool InsecureNoAuth { get; init; }

    /// <summary><c>--conformance-fixtures</c>.</summary>
    public bool ConformanceFixtures { get; init; }

    /// <summary><c>--record</c>.</summary>
    public string? RecordDirectory { get; init; }

    /// <summary><c>--replay</c>.</summary>
    public string? ReplayDirectory { get; init; }
}
