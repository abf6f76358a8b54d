using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;
using Chartcast.Indicators.Trend.VwapBands;

namespace Chartcast.Indicators.Trend.AnchoredVwap;

/// <remarks>The anchor is a bar counted from the last one, so that it moves along as bars are added; with that the bars
/// it needs are known beforehand, wherever the shown ones begin.</remarks>
internal static class AnchoredVwapListing
{
    private const int BarsBack = 0, Source = 1, Multiplier = 2;

    public static IndicatorListing Create() => new()
    {
        Name = "VWAP Anchored",
        Aliases = ["anchored_vwap", "avwap", "vwap_anchored"],
        ShortTitle = "AVWAP",
        Description = "Volume weighted average price since a bar some bars before the last one, with bands.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Whole(
                "barsBack", "bars from the anchor to the last bar", 100, (0, 100_000),
                "bars_back", "anchor", "length", "period"),
            ParameterForms.Source("source") with { Default = (double)PriceSource.Hlc3 },
            OverlayForms.Multiplier("multiplier", "standard deviations between average and bands", 1, (0.001, 50)),
        ],
        Outputs = BandForms.Outputs,
        Bands = BandForms.Bands,
        LegendInputs = ["barsBack", "source", "multiplier"],
        WarmUpBars = static inputs => (int)inputs[BarsBack],
        RemembersStart = true,
        Compute = Compute,
    };

    private static IReadOnlyList<IndicatorPlot> Compute(BarSeries bars, IReadOnlyList<double> inputs)
    {
        int anchor = Math.Max(0, bars.Count - 1 - (int)inputs[BarsBack]);
        var bands = new AnchoredBands(static _ => false, (PriceSource)inputs[Source], inputs[Multiplier]);
        double[][] lines = [.. BandForms.Outputs.Select(_ => new double[bars.Count])];
        foreach (double[] line in lines) Array.Fill(line, double.NaN);
        Span<double> values = stackalloc double[lines.Length];
        for (int i = anchor; i < bars.Count; i++)
        {
            bands.Next(bars[i], values, []);
            for (int line = 0; line < lines.Length; line++) lines[line][i] = values[line];
        }

        return [.. lines.Select(line => new IndicatorPlot(line))];
    }
}
