using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.RankCorrelation;

internal static class RankCorrelationListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Rank Correlation Index",
        Aliases = ["rci", "rank_correlation_index"],
        ShortTitle = "RCI",
        Description = "Rank correlation index: how steadily the closes rise (100) or fall (-100); beyond 80 is "
            + "stretched.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Whole("length", "length in bars", 10, (2, 500), "period", "periods", "window"),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        Levels = PaneForms.Limits(80, -80),
        Bands = [PaneForms.BetweenLimits("rgba(33,150,243,0.1)")],
        LegendInputs = ["length"],
        WarmUpBars = static inputs => (int)inputs[Length] - 1,
        Stream = static context => new RankCorrelation(context.Whole(Length)),
    };
}
