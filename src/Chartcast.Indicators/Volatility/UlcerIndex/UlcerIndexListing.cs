using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volatility.UlcerIndex;

internal static class UlcerIndexListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Ulcer Index",
        Aliases = ["ulcer", "ulcer_index", "ui"],
        ShortTitle = "Ulcer",
        Description = "How deep and how long the close has been below its high, in percent.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("length", 14, 2_000)],
        Outputs = [PaneForms.Line("Plot", "rgb(242,54,69)")],
        LegendInputs = ["length"],
        WarmUpBars = inputs => 2 * (int)inputs[0] - 2,
        Stream = static context => new OnePlotStream(new UlcerIndex(context.Whole(0)).Next),
    };
}
