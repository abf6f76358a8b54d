using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.LinearRegressionCurve;

internal static class LinearRegressionCurveListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => LineListing.Create(new LineForm
    {
        Names = ["Linear Regression Curve", "linreg", "linear_regression_curve", "linear_regression"],
        ShortTitle = "LRC",
        Description = "Linear regression curve: the end of the straight line that fits the last prices best.",
        Parameters = [ParameterForms.Length("in_0", 9, 2_000)],
        Color = OverlayForms.Blue,
        Start = static context => new RollingFit(context.Whole(Length)).Next,
        WarmUpBars = static inputs => (int)inputs[Length] - 1,
    });
}
