using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;
using Chartcast.Indicators.Trend.Vwap;

namespace Chartcast.Indicators.Trend.AutoAnchoredVwap;

/// <remarks>One average, from the beginning of the last period or from an extreme among the last bars to the last bar;
/// later bars move its anchor.</remarks>
internal static class AutoAnchoredVwapListing
{
    private const int Anchor = 0, Source = 1, Length = 2, FirstMultiplier = 3, Bands = 3;
    private const int FirstSwitch = FirstMultiplier + Bands - 1;
    private const string Title = "standard deviations between average and bands";

    // Green, olive and teal.
    private static readonly string[] Colors = ["76,175,80", "128,128,0", "8,153,129"];

    public static IndicatorListing Create() => new()
    {
        Name = "VWAP Auto Anchored",
        Aliases = ["vwap_auto_anchored", "auto_anchored_vwap", "vwapaa"],
        ShortTitle = "VWAP AA",
        Description = "Volume weighted average price since the last period began or the highest high, lowest low or "
            + "highest volume of the last bars, with up to three pairs of bands.",
        IsOverlay = true,
        Parameters =
        [
            AutoAnchor.Parameter(),
            ParameterForms.Source("source") with { Default = (double)PriceSource.Hlc3 },
            ParameterForms.Whole(
                "length", "how many of the last bars hold the highest high, lowest low or highest volume", 14,
                (1, 100_000), "lookback", "bars"),
            OverlayForms.Multiplier("multiplier1", $"{Title} #1", 1, (0.001, 50)),
            ParameterForms.Number("multiplier2", $"{Title} #2", 2, (0.001, 50)),
            ParameterForms.Number("multiplier3", $"{Title} #3", 3, (0.001, 50)),
            ParameterForms.Switch("showBands2", "whether there are bands #2", false, "show_bands2"),
            ParameterForms.Switch("showBands3", "whether there are bands #3", false, "show_bands3"),
        ],
        Outputs =
        [
            PaneForms.Line("VWAP", OverlayForms.Blue),
            .. Colors.SelectMany(static (color, band) => new[]
            {
                PaneForms.Line($"Upper Band #{band + 1}", $"rgb({color})"),
                PaneForms.Line($"Lower Band #{band + 1}", $"rgb({color})"),
            }),
        ],
        Bands =
        [
            .. Colors.Select(static (color, band) => new IndicatorBand(
                $"Bands Fill #{band + 1}", $"Upper Band #{band + 1}", $"Lower Band #{band + 1}",
                $"rgba({color},0.05)")),
        ],
        LegendInputs = ["anchor", "source", "length"],
        WarmUpBars = static _ => 0,
        PeriodBars = static (inputs, interval) =>
            AutoAnchor.BarsBack((int)inputs[Anchor], (int)inputs[Length], interval),
        RemembersStart = true,
        Compute = Compute,
    };

    private static IReadOnlyList<IndicatorPlot> Compute(BarSeries bars, IReadOnlyList<double> inputs)
    {
        var plots = new double[1 + 2 * Bands][];
        for (int plot = 0; plot < plots.Length; plot++)
        {
            plots[plot] = new double[bars.Count];
            Array.Fill(plots[plot], double.NaN);
        }

        var average = new AnchoredMean();
        for (int i = AutoAnchor.Find(bars, (int)inputs[Anchor], (int)inputs[Length]); i < bars.Count; i++)
        {
            Bar bar = bars[i];
            average.Add(bar.Price((PriceSource)inputs[Source]), bar.Volume);
            // A bar whose volume is unknown has no value; the average goes on without it.
            if (double.IsNaN(bar.Volume)) continue;
            plots[0][i] = average.Mean;
            for (int band = 0; band < Bands; band++)
            {
                if (band > 0 && inputs[FirstSwitch + band] == 0) continue;
                double distance = inputs[FirstMultiplier + band] * average.Deviation;
                plots[1 + 2 * band][i] = average.Mean + distance;
                plots[2 + 2 * band][i] = average.Mean - distance;
            }
        }

        return [.. plots.Select(static values => new IndicatorPlot(values))];
    }
}
