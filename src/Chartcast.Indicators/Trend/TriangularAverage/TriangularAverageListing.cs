using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.TriangularAverage;

internal static class TriangularAverageListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => LineListing.Create(new LineForm
    {
        Names = ["Triangular Moving Average", "trima", "tma", "triangular_moving_average"],
        ShortTitle = "TRIMA",
        Description = "Triangular moving average: an average of averages; the middle of the window weighs most.",
        Parameters = [ParameterForms.Length("length", 20, 10_000), ParameterForms.Source("source")],
        Color = OverlayForms.Blue,
        Source = 1,
        Start = static context => Start(context.Whole(Length)),
        WarmUpBars = static inputs => (int)inputs[Length] - 1,
    });

    // Half the length rounded up, then half of it rounded down plus one: together a window of the whole length.
    private static Func<double, double> Start(int length)
    {
        RollingSum first = new((length + 1) / 2), second = new(length / 2 + 1);
        return value => second.NextMean(first.NextMean(value));
    }
}
