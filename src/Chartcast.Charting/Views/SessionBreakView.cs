using Chartcast.Charting.Models;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws a thin dashed line where a trading day of the exchange begins, between its first bar and the one
/// before.</summary>
/// <remarks>Markets that never close have no sessions to tell apart: where a day follows the other without a gap, there
/// is no line.</remarks>
internal static class SessionBreakView
{
    private const double Opacity = 0.5;

    /// <summary>Lines nearer than this would be a pattern, not marks.</summary>
    private const double LeastDistancePx = 12;

    private const long DayMs = 86_400_000;

    public static void Draw(SceneBuilder scene, Chart chart, Pane pane)
    {
        foreach (int index in Find(chart))
        {
            int column = DevicePixels.Round((chart.Time.CenterOf(index) - chart.Time.SpacingPx / 2) * chart.Ratio);
            var pen = new CrispPen(chart.Theme.FaintText.WithOpacity(Opacity), chart.HairlinePx, DashPattern.Dashed);
            CrispLines.Vertical(scene, column, pane.Area.Top, pane.Area.Bottom, pen);
        }
    }

    /// <summary>The first bars of sessions; none when the lines would be too many.</summary>
    internal static List<int> Find(Chart chart)
    {
        var found = new List<int>();
        if (!chart.Clock.IsIntraday) return found;
        double most = chart.Layout.PlotWidthPx / LeastDistancePx;
        var clock = new ChartClock(chart.Bars.Interval, chart.Bars.ExchangeZone);
        ReadOnlySpan<long> times = chart.Bars.OpenTimesMs;
        long interval = chart.Bars.Interval.NominalMs;
        for (int i = Math.Max(1, chart.First); i <= chart.Last; i++)
        {
            if (times[i] - times[i - 1] <= interval || DayOf(times[i]) == DayOf(times[i - 1])) continue;
            found.Add(i);
            if (found.Count > most) return [];
        }

        return found;

        long DayOf(long timeMs) => (long)Math.Floor((double)clock.LocalMs(timeMs) / DayMs);
    }
}
