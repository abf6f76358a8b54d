using Chartcast.Charting.Specs;
using Chartcast.Charting.Synthetics;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Providers.Local;

/// <summary>The numbers of a chart: a row a visible bar, oldest first.</summary>
public sealed class ChartTable
{
    private ChartTable(IReadOnlyList<string> times, IReadOnlyList<ChartColumn> columns)
    {
        Times = times;
        Columns = columns;
    }

    /// <summary>Open times, ISO 8601: dates for daily and longer bars, UTC times otherwise. The first column,
    /// <c>time</c>.</summary>
    public IReadOnlyList<string> Times { get; }

    /// <summary>The columns after the time: <c>open high low close volume</c>, then one a plot
    /// that is shown.</summary>
    public IReadOnlyList<ChartColumn> Columns { get; }

    /// <summary>How many rows there are.</summary>
    public int RowCount => Times.Count;

    internal static ChartTable Of(
        ChartRequest request, ChartBars bars, CancellationToken cancellationToken = default)
    {
        DrawnBars drawn = DrawnBars.Of(
            request.Style, request.Appearance.SeriesOverrides, bars.PriceDecimals, bars.Series, bars.FirstVisible);
        BarSeries series = drawn.Bars;
        int first = drawn.FirstVisible;
        var times = new string[series.Count - first];
        for (int i = 0; i < times.Length; i++)
            times[i] = BarTimes.Iso(series.Interval, series.OpenTimesMs[first + i]);
        List<ChartColumn> columns =
        [
            new("open", series.Opens[first..].ToArray()),
            new("high", series.Highs[first..].ToArray()),
            new("low", series.Lows[first..].ToArray()),
            new("close", series.Closes[first..].ToArray()),
            new("volume", series.Volumes[first..].ToArray()),
        ];
        foreach (StudySpec study in request.Studies)
        {
            BarSeries? other = ComparedSeries.For(bars.StudySeries, study)?.Bars;
            AddPlots(columns, study, drawn, other, cancellationToken);
        }

        return new ChartTable(times, columns);
    }

    private static void AddPlots(
        List<ChartColumn> columns, StudySpec study, DrawnBars drawn, BarSeries? other,
        CancellationToken cancellationToken)
    {
        (BarSeries series, int first) = (drawn.Bars, drawn.FirstVisible);
        double[] inputs = [.. study.Inputs.Select(static input => input.Value)];
        IReadOnlyList<IndicatorPlot> plots = study.Listing.Run(series, inputs, other, cancellationToken);
        for (int i = 0; i < plots.Count; i++)
        {
            IndicatorOutput output = study.Listing.Outputs[i];
            if (!study.Shows(output)) continue;
            var values = new double[series.Count - first];
            for (int row = 0; row < values.Length; row++)
            {
                int source = first + row - plots[i].Offset;
                values[row] = source >= 0 && source < series.Count ? plots[i].Values[source] : double.NaN;
            }

            columns.Add(new ChartColumn(UniqueName(columns, StudyTitle.Of(study, output)), values));
        }
    }

    private static string UniqueName(List<ChartColumn> columns, string title)
    {
        string name = title;
        for (int number = 2; columns.Exists(column => column.Name == name); number++) name = $"{title} ({number})";
        return name;
    }
}

/// <summary>One column of a <see cref="ChartTable"/>.</summary>
/// <param name="Name">Its heading, unique in its table.</param>
/// <param name="Values">One a row; <see cref="double.NaN"/> where there is none.</param>
public sealed record ChartColumn(string Name, IReadOnlyList<double> Values);
