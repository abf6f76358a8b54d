using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.RegressionSlope;

internal static class RegressionSlopeListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Linear Regression Slope",
        Aliases = ["linear_regression_slope", "linreg_slope", "linregslope", "slope"],
        ShortTitle = "LR Slope",
        Description = "Linear regression slope: how much the best straight line through the closes rises per bar.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Whole("periods", "length in bars", 14, (2, 100_000), "length", "period", "window"),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(255,82,82)")],
        LegendInputs = ["periods"],
        WarmUpBars = static inputs => (int)inputs[Length] - 1,
        Stream = static context => new RegressionSlope(context.Whole(Length)),
    };
}
