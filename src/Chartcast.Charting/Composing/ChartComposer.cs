using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Drawing.Scenes;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Composing;

/// <summary>Makes a chart of a specification and bars, in named steps.</summary>
/// <remarks>Pure: the same input makes the same picture, byte for byte. Safe to call from several threads.</remarks>
public static class ChartComposer
{
    /// <summary>The spacing that candles look best at: a body of five pixels and a gap of one.</summary>
    private const double DefaultSpacingPx = 6;

    /// <summary>What a price axis and the free space right of the last bar take of a picture's width, generously: a
    /// little
    /// less space than needed lets bars stand on whole pixels.</summary>
    private const int AxisAndMarginPx = 104;
    private const int FewestBars = 20;

    /// <summary>The order in which everything is decided; each step uses what those before it decided.</summary>
    private static readonly Action<Chart>[] Steps =
    [
        SeriesStep.Run,
        StudyStep.Run,
        MissingValuesStep.Run,
        CompareStep.Run,
        PaneStep.Run,
        ColorStep.Run,
        ScaleStep.Run,
        TagStep.Run,
        LayoutStep.Run,
        DrawingStep.Run,
    ];

    [ThreadStatic]
    private static SceneBuilder? builder;

    /// <summary>Makes a chart.</summary>
    /// <param name="spec">What to draw.</param>
    /// <param name="bars">Warm-up bars and the bars to show, oldest first; at least one.</param>
    /// <param name="cancellationToken">Ends the computing of studies, which alone can take long.</param>
    /// <returns>The picture as a scene, and the numbers it shows.</returns>
    /// <exception cref="ArgumentException">The specification has faults; the message lists all of them.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static ComposedChart Compose(
        ChartSpec spec, BarSeries bars, CancellationToken cancellationToken = default)
    {
        ChartSpecValidator.ThrowIfFaulty(spec, bars);
        var chart = new Chart(spec, bars) { Cancellation = cancellationToken };
        foreach (Action<Chart> step in Steps) step(chart);
        SceneBuilder scene = EmptyScene(chart);
        DrawStep.Run(scene, chart);
        return new ComposedChart(
            scene.Build(), StudiesOf(chart), AxesOf(chart), AltTextStep.Write(chart), chart.Warnings,
            chart.Bars, chart.First)
        {
            Compared = ComparisonsOf(chart),
            Model = chart,
        };
    }

    /// <summary>How many bars look good when nobody says how many: candles with a visible gap between them.</summary>
    /// <param name="widthPx">Width of the picture in logical pixels.</param>
    /// <returns>20 or more; 116 for 800 px.</returns>
    /// <param name="style">How they are drawn: bricks are made of several bars each.</param>
    public static int DefaultBarCount(int widthPx, ChartStyle style = ChartStyle.Candlestick) =>
        style.BarsPerBrick() * Math.Max(FewestBars, (int)((widthPx - AxisAndMarginPx) / DefaultSpacingPx));

    /// <summary>How many bars are needed before the first shown one, so that studies do not depend on where data
    /// begin.</summary>
    /// <param name="studies">The studies.</param>
    /// <param name="interval">How long a bar lasts; default one day. Matters to studies that begin afresh with days or
    /// longer stretches.</param>
    public static int WarmUpBars(IReadOnlyList<StudySpec> studies, BarInterval interval = default)
    {
        ArgumentNullException.ThrowIfNull(studies);
        int most = 0;
        foreach (StudySpec study in studies)
        {
            double[] inputs = [.. study.Inputs.Select(static input => input.Value)];
            most = Math.Max(most, study.Listing.WarmUpBars(inputs) + study.Listing.PeriodBars(inputs, interval));
        }

        return most;
    }

    private static SceneBuilder EmptyScene(Chart chart)
    {
        int width = chart.Spec.WidthPx * chart.Ratio;
        int height = chart.Spec.HeightPx * chart.Ratio;
        // A step that threw may have left groups open; resetting forgets them.
        if (builder is null) builder = new SceneBuilder(width, height, chart.Theme.Background);
        else builder.Reset(width, height, chart.Theme.Background);
        return builder;
    }

    private static ComposedStudy[] StudiesOf(Chart chart)
    {
        var studies = new ComposedStudy[chart.Studies.Count];
        for (int i = 0; i < studies.Length; i++)
        {
            Study study = chart.Studies[i];
            var lastValues = new double[study.Plots.Count];
            for (int plot = 0; plot < lastValues.Length; plot++) lastValues[plot] = study.ValueAt(plot, chart.Last);
            studies[i] = new ComposedStudy(study.Spec, study.Plots, lastValues) { Profile = study.Profile?.Volumes };
        }

        return studies;
    }

    private static ComposedComparison[] ComparisonsOf(Chart chart) =>
        chart.Compared.Length == 0 ? [] : Array.ConvertAll(chart.Compared, line => ComparisonOf(chart, line));

    private static ComposedComparison ComparisonOf(Chart chart, ComparedLine line)
    {
        double from = ComparedLine.BaseOf(line.Values.AsSpan(chart.First));
        double last = line.LastWithin(chart.First, chart.Last);
        return new ComposedComparison(line.Symbol, from, last, 100 * (last - from) / Math.Abs(from));
    }

    private static ChartAxes AxesOf(Chart chart)
    {
        var panes = new PaneAxis[chart.Panes.Count];
        for (int i = 0; i < panes.Length; i++)
        {
            Pane pane = chart.Panes[i];
            double lastRow = (pane.Area.Height - 1) / (double)chart.Ratio;
            panes[i] = new PaneAxis(
                pane.Title, pane.Area.Top, pane.Area.Bottom - 1, pane.Scale.TopValue, pane.Scale.ValueAt(lastRow),
                AxisUnitsOf(chart, pane));
        }

        return new ChartAxes(
            chart.Time.CenterOf(chart.First) * chart.Ratio, chart.Time.SpacingPx * chart.Ratio, panes);
    }

    private static AxisUnits AxisUnitsOf(Chart chart, Pane pane)
    {
        ScaleTransform transform = pane.Scale.Transform;
        if (transform.Mode == ScaleMode.Regular) return AxisUnits.Regular;
        var bases = new List<AxisBase>();
        if (transform.IsRelative)
        {
            bases.Add(new AxisBase(chart.Spec.Symbol, transform.Base));
            foreach (ComparedLine line in chart.Compared)
                bases.Add(new AxisBase(line.Symbol, line.Scale.Transform.Base));
        }

        return new AxisUnits(transform.Mode, transform.LogShift, transform.LogOffset, bases);
    }
}
