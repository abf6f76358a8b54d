using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.Vortex;

internal static class VortexListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Vortex Indicator",
        Aliases = ["vortex", "vortex_indicator"],
        ShortTitle = "VI",
        Description = "Vortex indicator: rising (VI +) against falling (VI -) movement; where they cross the trend may "
            + "turn.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Whole("in_0", "length in bars", 14, (2, 100_000), "length", "period", "periods", "window"),
        ],
        Outputs = [PaneForms.Line("VI +", "rgb(33,150,243)"), PaneForms.Line("VI -", "rgb(233,30,99)")],
        LegendInputs = ["in_0"],
        WarmUpBars = static inputs => (int)inputs[Length],
        Stream = static context => new Vortex(context.Whole(Length)),
    };
}
