namespace Chartcast.Charting.Specs;

/// <summary>What a picture shows besides bars, studies and drawings.</summary>
public sealed record DisplayOptions
{
    /// <summary>The usual picture.</summary>
    public static readonly DisplayOptions Default = new();
}
