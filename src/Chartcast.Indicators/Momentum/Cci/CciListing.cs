using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Momentum.Cci;

internal static class CciListing
{
    private const int Length = 0, Kind = 1, SmoothingLength = 2;

    public static IndicatorListing Create() => new()
    {
        Name = "Commodity Channel Index",
        Aliases = ["cci", "commodity_channel_index"],
        ShortTitle = "CCI",
        Description = "Commodity channel index: how far the typical price is from its mean; beyond 100 or -100 is "
            + "stretched.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("in_0", 20, 2_000), SmoothingForms.Kind(), SmoothingForms.Length(20)],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)"), SmoothingForms.Output],
        Levels = PaneForms.Limits(100, -100),
        Bands = [PaneForms.BetweenLimits("rgba(33,150,243,0.1)")],
        LegendInputs = ["in_0"],
        WarmUpBars = static inputs => (int)inputs[Length] - 1
            + SmoothingLine.WarmUpBars((SmoothingKind)inputs[Kind], (int)inputs[SmoothingLength]),
        Stream = static context => new SmoothedCci(context),
    };

    private sealed class SmoothedCci(in IndicatorContext context) : IndicatorStream
    {
        private readonly Cci _cci = new(context.Whole(Length));
        private readonly SmoothingLine _smoothing =
            new((SmoothingKind)context.Whole(Kind), context.Whole(SmoothingLength));

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            values[0] = _cci.Next(bar.Price(PriceSource.Hlc3));
            values[1] = _smoothing.Next(values[0]);
        }
    }
}
