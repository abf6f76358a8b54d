using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.Vwma;

internal static class VwmaListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "VWMA",
        Aliases = ["vwma", "volume_weighted_moving_average"],
        ShortTitle = "VWMA",
        Description = "Volume weighted moving average: closes with much volume weigh more.",
        IsOverlay = true,
        Parameters = [ParameterForms.Length("in_0", 20, 10_000)],
        Outputs = [PaneForms.Line("Plot", OverlayForms.Blue)],
        LegendInputs = ["in_0"],
        WarmUpBars = static inputs => (int)inputs[Length] - 1,
        Stream = static context => new VolumeWeightedMean(context.Whole(Length)),
    };

    /// <summary>Σ(close · volume) / Σ volume; NaN where nothing was traded in the window, or a volume is
    /// unknown.</summary>
    private sealed class VolumeWeightedMean(int length) : IndicatorStream
    {
        private readonly RollingSum _money = new(length);
        private readonly RollingSum _volume = new(length);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            double money = _money.Next(bar.Close * bar.Volume), volume = _volume.Next(bar.Volume);
            values[0] = volume == 0 ? double.NaN : money / volume;
        }
    }
}
