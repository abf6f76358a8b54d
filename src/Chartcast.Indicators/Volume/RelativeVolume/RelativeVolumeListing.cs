using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volume.RelativeVolume;

internal static class RelativeVolumeListing
{
    private const int Length = 0, Mode = 1;
    private const string Cumulative = "Cumulative", Regular = "Regular";
    private static readonly string[] Modes = [Cumulative, Regular];

    public static IndicatorListing Create() => new()
    {
        Name = "Relative Volume at Time",
        Aliases = ["rvol", "relative_volume", "relative_volume_at_time"],
        ShortTitle = "RelVol",
        Description = "Volume of the session so far as a multiple of the mean at the same time of earlier sessions "
            + "loaded.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Whole(
                "length", "earlier sessions in the mean", 10, 1_000, "period", "periods", "sessions", "window"),
            ParameterForms.Choice("mode", "session so far, or single bars", Cumulative, Modes, "calculation_mode"),
        ],
        Outputs = [new IndicatorOutput("Plot", PlotKind.Columns, ["rgba(33,150,243,0.5)"], 1)],
        Levels = [PaneForms.Level("One", 1)],
        LegendInputs = ["length", "mode"],
        // Exact for daily and longer bars. How many bars an intraday session has is not known beforehand.
        WarmUpBars = inputs => (int)inputs[Length],
        Stream = static context => new OnePlotStream(new RelativeVolume(
            context.Whole(Length), Modes[context.Whole(Mode)] == Cumulative, context).Next),
    };
}
