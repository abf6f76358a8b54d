using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>A request as Chart-IMG takes it.</summary>
/// <param name="Path">The endpoint below the base address, with the query of v1.</param>
/// <param name="Json">The JSON body of v2, UTF-8; empty for v1.</param>
/// <param name="Format">PNG or JPEG.</param>
/// <param name="WidthPx">Width of the picture to come.</param>
/// <param name="HeightPx">Height of the picture to come.</param>
/// <param name="Warnings">What is said a little differently there.</param>
public sealed record ChartImgBody(
    string Path, ReadOnlyMemory<byte> Json, ImageFormat Format, int WidthPx, int HeightPx,
    IReadOnlyList<string> Warnings)
{
    /// <summary>How many studies and drawings it has, as the plans count them.</summary>
    public int Parameters { get; init; }

    /// <summary>Whether Chart-IMG keeps the picture and answers with its address.</summary>
    public bool IsStored { get; init; }

    /// <summary>Whether it is a layout's chart, which takes longer.</summary>
    public bool IsLayout { get; init; }

    /// <summary>Whether it goes to v1, whose parameters are in the address.</summary>
    public bool IsFirstVersion => Json.IsEmpty;
}
