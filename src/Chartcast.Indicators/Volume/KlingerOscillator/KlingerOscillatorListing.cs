using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.KlingerOscillator;

internal static class KlingerOscillatorListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Klinger Oscillator",
        Aliases = ["kvo", "klinger", "klinger_oscillator"],
        ShortTitle = "Klinger",
        Description = "Volume of rising less that of falling prices: a 34-bar minus a 55-bar average, with signal.",
        IsOverlay = false,
        Parameters = [],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)"), PaneForms.Line("Signal", "rgb(67,160,71)")],
        WarmUpBars = static _ => 1 + ExponentialMean.SettlingLength(KlingerOscillator.SlowLength)
            + ExponentialMean.SettlingLength(KlingerOscillator.SignalLength),
        Stream = static _ => new KlingerOscillator(),
    };
}
