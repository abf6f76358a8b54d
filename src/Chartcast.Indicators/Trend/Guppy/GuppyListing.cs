using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.SeveralAverages;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.Guppy;

/// <remarks>Source: D. Guppy, "Trend Trading", 2004.</remarks>
internal static class GuppyListing
{
    private static readonly int[] Fast = [3, 5, 8, 10, 12, 15], Slow = [30, 35, 40, 45, 50, 60];

    public static IndicatorListing Create() => SeveralAveragesListing.Create(new SeveralAveragesForm
    {
        Names = ["Guppy Multiple Moving Average", "gmma", "guppy", "guppy_multiple_moving_average"],
        ShortTitle = "GMMA",
        Description = "Guppy's twelve exponential averages: six of traders, six of investors.",
        HasSource = true,
        Kind = SmoothingKind.Ema,
        Averages = [.. Group("fast", Fast, OverlayForms.Blue), .. Group("slow", Slow, "rgb(242,54,69)")],
    });

    private static IEnumerable<AverageForm> Group(string word, int[] lengths, string color) => lengths.Select(
        (length, i) => new AverageForm(
            $"{word}{i + 1}", $"{word} {i + 1}", length,
            $"{char.ToUpperInvariant(word[0])}{word[1..]} {i + 1}", color));
}
