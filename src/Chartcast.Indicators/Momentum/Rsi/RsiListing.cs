using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Momentum.Rsi;

internal static class RsiListing
{
    private const int Length = 0, Kind = 1, SmoothingLength = 2;

    public static IndicatorListing Create() => new()
    {
        Name = "Relative Strength Index",
        Aliases = ["rsi", "relative_strength_index"],
        ShortTitle = "RSI",
        Description = "Relative strength index: share of upward movement, 0 to 100; above 70 overbought, below 30 "
            + "oversold.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("length", 14, 2_000), SmoothingForms.Kind(), SmoothingForms.Length(14)],
        Outputs = [PaneForms.Line("Plot", "rgb(126,87,194)"), SmoothingForms.Output],
        Levels = PaneForms.Limits(70, 30),
        Bands = [PaneForms.BetweenLimits("rgba(126,87,194,0.1)")],
        LegendInputs = ["length"],
        FixedRange = (0, 100),
        WarmUpBars = inputs => 1 + ExponentialMean.WilderSettlingLength((int)inputs[Length])
            + SmoothingLine.WarmUpBars((SmoothingKind)inputs[Kind], (int)inputs[SmoothingLength]),
        Stream = static context => new SmoothedRsi(context),
    };

    private sealed class SmoothedRsi(in IndicatorContext context) : IndicatorStream
    {
        private readonly Rsi _rsi = new(context.Whole(Length));
        private readonly SmoothingLine _smoothing =
            new((SmoothingKind)context.Whole(Kind), context.Whole(SmoothingLength));

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            values[0] = _rsi.Next(bar.Close);
            values[1] = _smoothing.Next(values[0]);
        }
    }
}
