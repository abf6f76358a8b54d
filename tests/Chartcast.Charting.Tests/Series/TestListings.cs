using Chartcast.Charting.Specs;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Tests.Series;

/// <summary>Made-up indicators that draw what is wanted.</summary>
internal static class TestListings
{
    public const string Blue = "rgb(33,150,243)";
    public const string Green = "rgb(8,153,129)";
    public const string Red = "rgb(242,54,69)";
    public const string Orange = "rgb(255,109,0)";

    /// <summary>One plot of a kind: the close's distance from its value 10 bars before, sparse where the kind is made
    /// for single values.</summary>
    public static IndicatorListing OfKind(
        PlotKind kind, bool isOverlay, IReadOnlyList<string> colors, int offset = 0, double lineWidthPx = 1) =>
        Listing(
            kind.ToString(), isOverlay, [new IndicatorOutput("Plot", kind, colors, lineWidthPx)],
            bars =>
            {
                var values = new double[bars.Count];
                var indexes = new byte[bars.Count];
                for (int i = 0; i < values.Length; i++)
                {
                    double change = i < 10 ? double.NaN : bars.Closes[i] - bars.Closes[i - 10];
                    indexes[i] = (byte)(change < 0 && colors.Count > 1 ? 1 : 0);
                    values[i] = !isOverlay ? change : IsAbove(kind) ? bars.Highs[i] : bars.Lows[i];
                    if (IsSparse(kind) && i % 9 != 0) values[i] = double.NaN;
                }

                return [new IndicatorPlot(values, colors.Count > 1 ? indexes : null, offset)];
            });

    /// <summary>A cloud between two midpoints, drawn ahead of the bars.</summary>
    public static IndicatorListing Cloud(int ahead) => Listing(
        "Cloud", true,
        [
            new IndicatorOutput("LeadA", PlotKind.Line, ["rgb(165,214,167)"], 1),
            new IndicatorOutput("LeadB", PlotKind.Line, ["rgb(250,161,164)"], 1),
        ],
        bars => [Midpoints(bars, 9, ahead), Midpoints(bars, 40, ahead)],
        [new IndicatorBand("Plots Background", "LeadA", "LeadB", "rgba(67,160,71,0.1)", "rgba(244,67,54,0.1)")]);

    /// <summary>As many averages as there are lengths.</summary>
    public static IndicatorListing Averages(params int[] lengths) => Listing(
        "Averages", true,
        [.. lengths.Select((_, i) => new IndicatorOutput($"Plot {i + 1}", PlotKind.Line, [Orange], 1))],
        bars => [.. lengths.Select(length => Midpoints(bars, length, 0))]);

    /// <summary>One that takes some inputs and draws nothing worth looking at.</summary>
    public static IndicatorListing WithParameters(params IndicatorParameter[] parameters) =>
        Listing("Inputs", true, [], static _ => [], parameters: parameters);

    public static StudySpec Study(IndicatorListing listing, Dictionary<string, StudyStyleValue>? overrides = null) =>
        new(
            listing,
            [.. listing.Parameters.Select(parameter => new IndicatorInput(parameter.Key, parameter.Default))],
            overrides ?? [],
            false);

    private static bool IsSparse(PlotKind kind) =>
        kind is PlotKind.JoinedLine or PlotKind.TrianglesAbove or PlotKind.TrianglesBelow or PlotKind.DiscsAbove
        or PlotKind.DiscsBelow;

    private static bool IsAbove(PlotKind kind) => kind is PlotKind.TrianglesAbove or PlotKind.DiscsAbove;

    private static IndicatorListing Listing(
        string name, bool isOverlay, IReadOnlyList<IndicatorOutput> outputs,
        Func<BarSeries, IReadOnlyList<IndicatorPlot>> compute, IReadOnlyList<IndicatorBand>? bands = null,
        IReadOnlyList<IndicatorParameter>? parameters = null) => new()
        {
            Name = name,
            Aliases = [name.ToLowerInvariant()],
            ShortTitle = name,
            Description = "A test.",
            IsOverlay = isOverlay,
            Parameters = parameters ?? [],
            Outputs = outputs,
            Bands = bands ?? [],
            WarmUpBars = static _ => 0,
            Compute = (bars, _) => compute(bars),
        };

    private static IndicatorPlot Midpoints(BarSeries bars, int length, int offset)
    {
        var values = new double[bars.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = double.NaN;
            if (i + 1 < length) continue;
            ReadOnlySpan<double> window = bars.Closes.Slice(i + 1 - length, length);
            double highest = window[0], lowest = window[0];
            foreach (double close in window)
            {
                highest = Math.Max(highest, close);
                lowest = Math.Min(lowest, close);
            }

            values[i] = (highest + lowest) / 2;
        }

        return new IndicatorPlot(values, null, offset);
    }
}
