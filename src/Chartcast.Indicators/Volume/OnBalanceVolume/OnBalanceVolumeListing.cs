using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Volume.OnBalanceVolume;

internal static class OnBalanceVolumeListing
{
    private const int Kind = 0, SmoothingLength = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "On Balance Volume",
        Aliases = ["obv", "on_balance_volume"],
        ShortTitle = "OBV",
        Description = "Volume of rising bars less that of falling ones, summed up from the first bar loaded.",
        IsOverlay = false,
        Parameters = [SmoothingForms.Kind(), SmoothingForms.Length(9)],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)"), SmoothingForms.Output],
        WarmUpBars = inputs => 1 + SmoothingLine.WarmUpBars(
            (SmoothingKind)inputs[Kind], (int)inputs[SmoothingLength]),
        RemembersStart = true,
        Stream = static context => new SmoothedVolume(context),
    };

    private sealed class SmoothedVolume(in IndicatorContext context) : IndicatorStream
    {
        private readonly OnBalanceVolume _volume = new();
        private readonly SmoothingLine _smoothing =
            new((SmoothingKind)context.Whole(Kind), context.Whole(SmoothingLength));

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            values[0] = _volume.Next(bar);
            values[1] = _smoothing.Next(values[0]);
        }
    }
}
