using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.ChandeKroll;

/// <remarks>Source: T. S. Chande, S. Kroll, "The New Technical Trader", 1994.</remarks>
internal static class ChandeKrollListing
{
    private const int RangeLength = 0, Multiplier = 1, StopLength = 2;
    private const double Longest = 1_000_000;

    public static IndicatorListing Create() => new()
    {
        Name = "Chande Kroll Stop",
        Aliases = ["chande_kroll_stop", "chande_kroll", "cks"],
        ShortTitle = "CKS",
        Description = "Chande Kroll stop: stops some average true ranges from recent extremes, for both sides.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Length("in_0", 10, 4_999),
            ParameterForms.Whole(
                "in_1", "average true ranges between extreme and stop", 1, Longest, "multiplier", "mult", "x"),
            ParameterForms.Whole(
                "in_2", "bars over which the farthest stop counts", 9, Longest, "stop_length", "stop_period", "q"),
        ],
        Outputs = [PaneForms.Line("Long", OverlayForms.Blue), PaneForms.Line("Short", OverlayForms.Orange)],
        LegendInputs = ["in_0", "in_1", "in_2"],
        WarmUpBars = static inputs =>
            ExponentialMean.WilderSettlingLength((int)inputs[RangeLength]) + (int)inputs[StopLength],
        Stream = static context => new Stops(context),
    };

    private sealed class Stops(in IndicatorContext context) : IndicatorStream
    {
        private readonly double _multiplier = context.Number(Multiplier);
        private readonly RollingRange _range = new(context.Whole(RangeLength));
        private readonly AverageTrueRange _averageRange = new(context.Whole(RangeLength));
        private readonly RollingExtreme _long = RollingExtreme.Lowest(context.Whole(StopLength));
        private readonly RollingExtreme _short = RollingExtreme.Highest(context.Whole(StopLength));

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            _range.Next(bar);
            double distance = _multiplier * _averageRange.Next(bar);
            values[0] = _long.Next(_range.Lowest + distance);
            values[1] = _short.Next(_range.Highest - distance);
        }
    }
}
