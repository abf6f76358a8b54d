namespace Chartcast.Charting.Specs;

/// <summary>How values are mapped to rows.</summary>
public sealed record ScaleOptions
{
    /// <summary>Prices as they are, upwards, fitted to what is shown.</summary>
    public static readonly ScaleOptions Default = new();
}
