using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Providers.Local;

/// <summary>Gathers the numbers a chart shows.</summary>
internal static class ReportWriter
{
    public static ChartReport Write(ChartRequest request, MarketDataResult data, ComposedChart chart)
    {
        BarSeries series = data.Series;
        return new ChartReport
        {
            Symbol = request.Symbol.ToString(),
            Interval = request.Interval.ToString(),
            ChartType = request.Style.WireName(),
            Provider = "local",
            Source = data.Source,
            Bars = new BarsReport(
                series.Count - data.FirstVisible,
                BarTimes.Iso(series.Interval, series.OpenTimesMs[data.FirstVisible]),
                BarTimes.Iso(series.Interval, series.OpenTimesMs[^1]),
                data.Gaps),
            PriceDecimals = data.PriceDecimals,
            Last = LastOf(series, data.LastBarClosed),
            Compared = chart.Compared.Count == 0
                ? null
                : [.. chart.Compared.Zip(data.Compared, ComparedOf)],
            Indicators = [.. chart.Studies.Select(IndicatorOf)],
            AltText = chart.AltText,
            Axes = AxesOf(chart.Axes, request.TimeZoneId),
            Warnings = [.. request.Warnings, .. data.Warnings, .. chart.Warnings],
        };
    }

    /// <summary>The inputs of a study by key.</summary>
    public static IReadOnlyDictionary<string, InputValue> InputsOf(StudySpec spec)
    {
        var inputs = new Dictionary<string, InputValue>(spec.Inputs.Count, StringComparer.Ordinal);
        for (int i = 0; i < spec.Inputs.Count; i++)
        {
            IndicatorParameter parameter = spec.Listing.Parameters[i];
            double value = spec.Inputs[i].Value;
            inputs[parameter.Key] = parameter.Kind switch
            {
                ParameterKind.Choice => new InputValue(0, parameter.Choices[(int)value]),
                ParameterKind.Switch => new InputValue(0, Switch: value != 0),
                ParameterKind.Symbol => new InputValue(0, spec.Inputs[i].Text ?? ""),
                _ => new InputValue(value),
            };
        }

        return inputs;
    }

    private static LastBarReport LastOf(BarSeries series, bool isClosed)
    {
        Bar last = series[series.Count - 1];
        double? previous = series.Count > 1 ? series.Closes[^2] : null;
        double? change = last.Close - previous;
        return new LastBarReport
        {
            Time = BarTimes.Iso(series.Interval, last.OpenTimeMs),
            Open = last.Open,
            High = last.High,
            Low = last.Low,
            Close = last.Close,
            Volume = Finite(last.Volume),
            Change = Finite(change),
            ChangePercent = previous is 0 ? null : Finite(100 * change / Math.Abs(previous ?? 1)),
            Closed = isClosed,
        };
    }

    private static ComparedReport ComparedOf(ComposedComparison shown, MarketDataResult data) => new(
        shown.Symbol, data.Source, Finite(shown.Last), Finite(shown.ChangePercent), data.PriceDecimals);

    private static IndicatorReport IndicatorOf(ComposedStudy study)
    {
        IReadOnlyList<IndicatorOutput> outputs = study.Spec.Listing.Outputs;
        var plots = new Dictionary<string, double?>(outputs.Count, StringComparer.Ordinal);
        for (int i = 0; i < outputs.Count; i++)
        {
            if (study.Spec.Shows(outputs[i])) plots[outputs[i].Key] = Finite(study.LastValues[i]);
        }

        if (study.Profile is { } profile)
        {
            plots["Point of Control"] = Finite(profile.PointOfControlPrice);
            plots["Value Area High"] = Finite(profile.ValueAreaHighPrice);
            plots["Value Area Low"] = Finite(profile.ValueAreaLowPrice);
        }

        return new IndicatorReport(study.Spec.Listing.Name, InputsOf(study.Spec), plots);
    }

    private static AxesReport AxesOf(ChartAxes axes, string timeZoneId) => new(
        new TimeAxisReport(axes.FirstX, axes.Spacing, timeZoneId),
        [.. axes.Panes.Select(static pane => new PaneAxisReport(
            pane.Title, pane.TopPx, pane.BottomPx, pane.TopValue, pane.BottomValue, ScaleOf(pane.Units)))]);

    private static AxisScaleReport? ScaleOf(AxisUnits units)
    {
        if (units.Mode == ScaleMode.Regular) return null;
        bool isLogarithmic = units.Mode == ScaleMode.Logarithmic;
        var bases = new Dictionary<string, double>(units.Bases.Count, StringComparer.Ordinal);
        foreach (AxisBase item in units.Bases) bases[item.Symbol] = item.Price;
        return new AxisScaleReport(
            units.Mode.WireName(),
            isLogarithmic ? units.LogShift : null,
            isLogarithmic ? units.LogOffset : null,
            isLogarithmic ? null : bases);
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
