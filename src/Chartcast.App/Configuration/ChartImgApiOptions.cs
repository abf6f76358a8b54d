namespace Chartcast.App.Configuration;

/// <summary>Settings of the Chart-IMG-compatible API.</summary>
public sealed record ChartImgApiOptions
{
    /// <summary>The keys that are taken; empty, the default, when none is asked for.</summary>
    public IReadOnlyList<ApiKey> Keys { get; init; } = [];

    /// <summary>What callers may do when no key is asked for; default everything.</summary>
    public ApiPlan Plan { get; init; } = ApiPlan.Unlimited;

    /// <summary>How many bytes stored pictures may take, 1 MiB to 1 TiB; default 1 GiB. When it is full, nothing more
    /// is stored until pictures expire.</summary>
    public long StorageBytes { get; init; } = 1L << 30;

    /// <summary>The folder of layouts, absolute; null when there is none.</summary>
    public string? LayoutDirectory { get; init; }

    /// <summary>Faults that come by themselves; default none.</summary>
    public IReadOnlyList<ApiFaultRule> Faults { get; init; } = [];

    /// <summary>Whether callers may ask for a fault with a header; default false.</summary>
    public bool TakesFaultHeader { get; init; }
}
