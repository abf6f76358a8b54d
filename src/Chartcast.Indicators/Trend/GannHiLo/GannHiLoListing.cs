using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Trend.GannHiLo;

internal static class GannHiLoListing
{
    private const int Length = 0;

    // How many lengths it usually takes until the trend has turned and the beginning is forgotten.
    private const int LengthsToForget = 50;

    public static IndicatorListing Create() => new()
    {
        Name = "Gann HiLo Activator",
        Aliases = ["gann_hilo", "hilo", "gann_hilo_activator"],
        ShortTitle = "HiLo",
        Description = "Gann HiLo activator: the average of lows below rising prices, that of highs above falling ones.",
        IsOverlay = true,
        Parameters = [ParameterForms.Length("length", 3, 2_000)],
        Outputs = [new IndicatorOutput("Plot", PlotKind.StepLine, ["rgb(8,153,129)", "rgb(242,54,69)"], 1)],
        LegendInputs = ["length"],
        WarmUpBars = static inputs => LengthsToForget * (int)inputs[Length],
        RemembersStart = true,
        Stream = static context => new GannHiLo(context.Whole(Length)),
    };
}
