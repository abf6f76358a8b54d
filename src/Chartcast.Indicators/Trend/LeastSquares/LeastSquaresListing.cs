using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.LeastSquares;

internal static class LeastSquaresListing
{
    private const int Length = 0, Offset = 1;
    private const double Farthest = 100_000;

    public static IndicatorListing Create() => LineListing.Create(new LineForm
    {
        Names =
        [
            "Least Squares Moving Average", "lsma", "least_squares_moving_average", "linear_regression_moving_average",
        ],
        ShortTitle = "LSMA",
        Description = "Least squares moving average: a point of the straight line that fits the last prices best.",
        Parameters =
        [
            ParameterForms.Length("in_0", 25, 100_000),
            ParameterForms.Whole(
                "in_1", "bars back along the line; negative is ahead", 0, (-Farthest, Farthest), "offset"),
        ],
        Color = OverlayForms.Blue,
        Start = static context => Start(context.Whole(Length), context.Whole(Offset)),
        WarmUpBars = static inputs => (int)inputs[Length] - 1,
    });

    private static Func<double, double> Start(int length, int barsBack)
    {
        var fit = new RollingFit(length);
        return value => fit.Next(value) - fit.Slope * barsBack;
    }
}
