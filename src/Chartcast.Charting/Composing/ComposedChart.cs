using Chartcast.Drawing.Scenes;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Composing;

/// <summary>A chart, ready to be encoded, and the numbers it shows.</summary>
/// <remarks>Scene and plots are in memory from a pool. Who disposes a chart when it is encoded lets the next one use
/// that memory: then the scene, <see cref="ComposedStudy.Plots"/> that were not yet read and <see cref="TextTable"/>
/// refuse, all else stays. Who does not leaves it to the garbage collector. Nothing may read them
/// meanwhile.</remarks>
/// <param name="Scene">The picture.</param>
/// <param name="Studies">Every study of the specification in its order, also those without room in the picture.</param>
/// <param name="Axes">How the picture's pixels map to time and values.</param>
/// <param name="AltText">One sentence with symbol, interval, range, last price and change.</param>
/// <param name="Warnings">What the reader should know, such as studies that had no room; one sentence each.</param>
/// <param name="Bars">The bars that were drawn and that studies were computed on: those given, or for styles such as
/// Heikin-Ashi and Renko bars made of them, each with the time of the bar it was made at.</param>
/// <param name="FirstVisible">Index of the first of <paramref name="Bars"/> that is shown; its centre is
/// <see cref="ChartAxes.FirstX"/>.</param>
public sealed record ComposedChart(
    Scene Scene, IReadOnlyList<ComposedStudy> Studies, ChartAxes Axes, string AltText, IReadOnlyList<string> Warnings,
    BarSeries Bars, int FirstVisible) : IDisposable
{
    /// <summary>Every compared symbol in the order asked for.</summary>
    public IReadOnlyList<ComposedComparison> Compared { get; init; } = [];

    internal Models.Chart? Model { get; init; }

    /// <summary>The shape of closes, volumes and plots as text: a line each with a sparkline of at most 40 block
    /// characters and the lowest, highest and last value. Written anew on each call.</summary>
    /// <exception cref="ObjectDisposedException">The chart was disposed.</exception>
    public string TextTable() => Model is null ? "" : SparklineTable.Write(Model);

    /// <summary>Gives the memory of scene and plots back.</summary>
    public void Dispose()
    {
        Scene.Dispose();
        if (Model is null) return;
        foreach (Models.Study study in Model.Studies) study.Plots.Dispose();
    }
}

/// <summary>How device pixels map to time and values.</summary>
/// <param name="FirstX">Centre of the first visible bar, in device pixels from the left.</param>
/// <param name="Spacing">Device pixels from bar to bar.</param>
/// <param name="Panes">From top to bottom; the first is the price pane, unless that is not shown.</param>
public sealed record ChartAxes(double FirstX, double Spacing, IReadOnlyList<PaneAxis> Panes);

/// <summary>One pane's vertical axis.</summary>
/// <remarks>With u the <paramref name="Units"/> of a value, the value v lies at row
/// TopPx + (u(TopValue) − u(v)) / (u(TopValue) − u(BottomValue)) · (BottomPx − TopPx); on an inverted axis TopValue is
/// the smaller one, and the same holds. On regular, percent and indexed axes that is linear in the value; on those two
/// the rows of another symbol than the chart's follow from its own base.</remarks>
/// <param name="Title">What the pane shows, such as <c>price</c> or <c>RSI</c>.</param>
/// <param name="TopPx">First device row of the pane.</param>
/// <param name="BottomPx">Last device row of the pane.</param>
/// <param name="TopValue">The value at <paramref name="TopPx"/>; a price also on percent and indexed axes.</param>
/// <param name="BottomValue">The value at <paramref name="BottomPx"/>.</param>
/// <param name="Units">What the axis is divided into evenly.</param>
public sealed record PaneAxis(
    string Title, double TopPx, double BottomPx, double TopValue, double BottomValue, AxisUnits Units);
