namespace Chartcast.App.Configuration;

/// <summary>Settings of the Chart-IMG-compatible API.</summary>
public sealed record ChartImgApiOptions
{
    /// <summary>What callers without a key of their own plan may do; default everything.</summary>
    public ApiPlan Plan { get; init; } = ApiPlan.Unlimited;

    /// <summary>How many bytes stored pictures may take, 1 MiB to 1 TiB; default 1 GiB. When it is full, nothing more is
    /// stored until pictures expire.</summary>
    public long StorageBytes { get; init; } = 1L << 30;

    /// <summary>The folder of layouts, absolute; null when there is none.</summary>
    public string? LayoutDirectory { get; init; }
}
