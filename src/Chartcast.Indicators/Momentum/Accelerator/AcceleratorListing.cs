using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Momentum.Shades;

namespace Chartcast.Indicators.Momentum.Accelerator;

internal static class AcceleratorListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Accelerator Oscillator",
        Aliases = ["ac", "accelerator", "accelerator_oscillator"],
        ShortTitle = "AC",
        Description = "Accelerator oscillator: the awesome oscillator minus its own mean, coloured by its direction.",
        IsOverlay = false,
        Parameters = [],
        Outputs =
        [
            new IndicatorOutput("Plot", PlotKind.Histogram, ["rgb(242,54,69)", "rgb(8,153,129)"], ColumnShades.WidthPx),
        ],
        WarmUpBars = static _ => Accelerator.WarmUpBars,
        Stream = static _ => new Accelerator(),
    };
}
