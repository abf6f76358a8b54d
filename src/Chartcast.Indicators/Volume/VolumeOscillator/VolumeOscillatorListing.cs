using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.VolumeOscillator;

internal static class VolumeOscillatorListing
{
    private const int Short = 0, Long = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "Volume Oscillator",
        Aliases = ["vo", "volume_oscillator", "pvo"],
        ShortTitle = "Volume Osc",
        Description = "How far a short average of volumes lies above a long one, in percent.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.NamedLength("in_0", "short", "the short average", 5, 4_999),
            ParameterForms.NamedLength("in_1", "long", "the long average", 10, 4_999),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        Levels = [PaneForms.Zero()],
        LegendInputs = ["in_0", "in_1"],
        WarmUpBars = inputs => ExponentialMean.SettlingLength((int)Math.Max(inputs[Short], inputs[Long])),
        Stream = static context => new OnePlotStream(
            new VolumeOscillator(context.Whole(Short), context.Whole(Long)).Next),
    };
}
