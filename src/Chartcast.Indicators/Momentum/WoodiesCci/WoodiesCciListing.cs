using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.WoodiesCci;

internal static class WoodiesCciListing
{
    private const int Length = 0, Fast = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "Woodies CCI",
        Aliases = ["woodies_cci", "woodiescci", "woodies"],
        ShortTitle = "Woodies CCI",
        Description = "Woodies CCI: a commodity channel index as columns that show its trend, and a fast one as line.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Length("length", 14, 2_000),
            ParameterForms.NamedLength("fast", "turbo", "the fast line", 6, 2_000),
        ],
        Outputs =
        [
            new IndicatorOutput("CCI", PlotKind.Columns, ["rgb(242,54,69)", "rgb(8,153,129)"], 1),
            PaneForms.Line("Turbo CCI", "rgb(33,150,243)"),
        ],
        Levels = [.. PaneForms.Limits(100, -100), PaneForms.Zero()],
        LegendInputs = ["length", "fast"],
        WarmUpBars = static inputs => (int)Math.Max(inputs[Length], inputs[Fast]) - 1,
        Stream = static context => new WoodiesCci(context.Whole(Length), context.Whole(Fast)),
    };
}
