using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.StandardErrorBands;

/// <remarks>Source: J. Andersen, "Standard Error Bands", Technical Analysis of Stocks &amp; Commodities,
/// 1996.</remarks>
internal static class StandardErrorBandsListing
{
    private const int Length = 0, Errors = 1, Method = 2, Smoothing = 3;
    private const double Widest = 100_000;

    // Fewer have no standard error anywhere.
    private const double FewestValues = 3;

    public static IndicatorListing Create() => new()
    {
        Name = "Standard Error Bands",
        Aliases = ["standard_error_bands", "seb"],
        ShortTitle = "SEB",
        Description = "Standard error bands: the smoothed end of a fitted line and lines some standard errors from it.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Whole("periods", "length in bars", 21, (-Widest, Widest), "length", "period", "window") with
            {
                ValuesFrom = FewestValues,
            },
            ParameterForms.Number(
                "errors", "standard errors between line and bands", 2, (-Widest, Widest), "multiplier", "mult"),
            OverlayForms.Method("method"),
            ParameterForms.Whole(
                "averagePeriods", "length of the smoothing in bars", 3, Widest, "smoothing", "average_periods"),
        ],
        Outputs =
        [
            PaneForms.Line("Plot 1", OverlayForms.Blue),
            PaneForms.Line("Plot 2", OverlayForms.Orange),
            PaneForms.Line("Plot 3", OverlayForms.Blue),
        ],
        Bands = [new IndicatorBand("Background", "Plot 1", "Plot 3", "rgba(33,150,243,0.1)")],
        LegendInputs = ["periods", "errors", "method", "averagePeriods"],
        WarmUpBars = static inputs => (int)inputs[Length] - 1
            + SmoothingLine.WarmUpBars((SmoothingKind)inputs[Method], (int)inputs[Smoothing]),
        Stream = static context => new ErrorBands(context),
    };

    private sealed class ErrorBands(in IndicatorContext context) : IndicatorStream
    {
        private readonly RollingStandardError _error = new(context.Whole(Length));
        private readonly double _errors = context.Number(Errors);
        private readonly SmoothingLine _upper = Smooth(context), _middle = Smooth(context), _lower = Smooth(context);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            double distance = _errors * _error.Next(bar.Close);
            values[0] = _upper.Next(_error.End + distance);
            values[1] = _middle.Next(_error.End);
            values[2] = _lower.Next(_error.End - distance);
        }

        private static SmoothingLine Smooth(in IndicatorContext context) =>
            new((SmoothingKind)context.Whole(Method), context.Whole(Smoothing));
    }
}
