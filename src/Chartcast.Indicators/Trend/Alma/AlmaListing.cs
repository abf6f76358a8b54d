using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.Alma;

internal static class AlmaListing
{
    private const int Length = 0, Offset = 1, Sigma = 2;
    private const double Widest = 100_000;

    public static IndicatorListing Create() => LineListing.Create(new LineForm
    {
        Names = ["Arnaud Legoux Moving Average", "alma", "arnaud_legoux_moving_average"],
        ShortTitle = "ALMA",
        Description = "Arnaud Legoux moving average: weights in the shape of a bell that leans towards recent prices.",
        Parameters =
        [
            ParameterForms.Length("in_0", 9, 5_000) with { Minimum = 0, ValuesFrom = 1 },
            ParameterForms.Number(
                "in_1", "where the bell peaks, 0 the oldest to 1 the newest bar", 0.85, (-Widest, Widest), "offset"),
            ParameterForms.Number(
                "in_2", "how many times narrower than the window the bell is", 6, (-Widest, Widest), "sigma"),
        ],
        Color = OverlayForms.Blue,
        Start = static context => new KernelMean(
            BellWeights.Create(context.Whole(Length), context.Number(Offset), context.Number(Sigma))).Next,
        WarmUpBars = static inputs => (int)inputs[Length] - 1,
    });
}
