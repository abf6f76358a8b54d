namespace Chartcast.Charting.Views.Drawings;

/// <summary>The words of alignments as shares of the free room.</summary>
internal static class Alignment
{
    public const string Top = "top";
    public const string Middle = "middle";

    /// <summary>0 for left and top, 0.5 for the middle, 1 for right and bottom.</summary>
    public static double Of(string word) => word switch
    {
        "left" or Top => 0,
        "center" or Middle => 0.5,
        _ => 1,
    };
}
