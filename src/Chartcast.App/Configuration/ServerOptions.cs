using System.Net;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Configuration;

/// <summary>Every setting of the program, checked. Made by <see cref="ServerOptionsReader"/>.</summary>
public sealed record ServerOptions
{
    /// <summary>The port the guide names.</summary>
    public const int DefaultPort = 3001;

    /// <summary>The address or name to listen on; default 127.0.0.1.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The port, 0–65535; 0 takes any free one; default 3001.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>The folder of CSV files, absolute; null when there is none.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The folder of history and pictures, absolute.</summary>
    public required string StateDirectory { get; init; }

    /// <summary>Whether symbols that no feed knows are answered with sample data, marked as such; default
    /// false.</summary>
    public bool Demo { get; init; }

    /// <summary>The key of Chart-IMG; null when there is none. A secret: never logged, never shown.</summary>
    public string? ChartImgApiKey { get; init; }

    /// <summary>The base address of Chart-IMG; null for its own.</summary>
    public Uri? ChartImgBaseUrl { get; init; }

    /// <summary>How Chart-IMG is used.</summary>
    public ChartImgSettings ChartImg { get; init; } = new();

    /// <summary>The bearer token that opens the whole server; null when there is none. A secret.</summary>
    public string? Token { get; init; }

    /// <summary>Whose OAuth tokens open the server beside <see cref="Token"/>; null when there are none.</summary>
    public OAuthOptions? OAuth { get; init; }

    /// <summary>Whether callers have to say who they are.</summary>
    public bool AsksForTokens => Token is not null || OAuth is not null;

    /// <summary>Web pages that may call: empty for own pages, <c>*</c> for all, else origins separated by
    /// blanks.</summary>
    public string AllowedOrigins { get; init; } = "";

    /// <summary>
    /// Whether the transport of 2024-11-05 is served on <c>/sse</c> and <c>/messages</c>; default true on loopback,
    /// false on other addresses.
    /// </summary>
    public bool LegacySse { get; init; } = true;

    /// <summary>Host names that are answered besides the loopback names.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Final requests older than this are removed; 1 hour to 10 years, default 30 days.</summary>
    public TimeSpan RetentionAge { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Pictures and bars beyond this many bytes are removed, oldest first; default 1 GiB.</summary>
    public long RetentionBytes { get; init; } = 1L << 30;

    /// <summary>How many requests may wait before new ones are refused as busy, 1–10,000; null for the
    /// default.</summary>
    public int? QueueCapacity { get; init; }

    /// <summary>How many charts are made at once, 1–256; null for the default.</summary>
    public int? Workers { get; init; }

    /// <summary>How many connections may be open at once, 1–1,000,000; null, the default, sets no limit. Further ones
    /// are closed at once.</summary>
    public int? MaximumConnections { get; init; }

    /// <summary>The server's address as clients see it (behind a proxy), ending in a slash; null for the one it
    /// listens on.
    /// </summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>How answers carry pictures unless a call or its client's address says otherwise.</summary>
    public ChartDelivery Delivery { get; init; } = new();

    /// <summary>The Chart-IMG-compatible API.</summary>
    public ChartImgApiOptions ChartImgApi { get; init; } = new();

    /// <summary>Whether the tools, prompts and resources that the protocol's public conformance suite calls are offered
    /// too; default false, and loopback only.</summary>
    public bool ConformanceFixtures { get; init; }

    /// <summary>Whether <see cref="Host"/> can be reached from this machine only.</summary>
    public bool IsLoopback => IsLoopbackHost(Host);

    /// <summary>What must never appear in a log, an answer or an event.</summary>
    public IReadOnlyList<string> Secrets =>
    [
        .. new[] { ChartImgApiKey, Token }.OfType<string>(), .. ChartImg.Secrets,
        .. ChartImgApi.Keys.Select(static key => key.Secret),
    ];

    /// <summary>The address people are told: <c>localhost</c> unless the server listens on another address.</summary>
    public string ShownHost => IsLoopback || IPAddress.TryParse(Host, out IPAddress? address) && IsAny(address)
        ? "localhost"
        : Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;

    /// <summary>Whether a host is a loopback address or name.</summary>
    /// <param name="host">An address or name.</param>
    public static bool IsLoopbackHost(string host) =>
        IsUsualLoopback(host) || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));

    /// <summary>Whether it is one of the two that nearly everyone listens on, told without reading an address: that
    /// alone costs a starting process milliseconds.</summary>
    internal static bool IsUsualLoopback(string host) => host is "localhost" or "127.0.0.1";

    /// <summary>Whether an address stands for all addresses of the machine.</summary>
    internal static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
}
