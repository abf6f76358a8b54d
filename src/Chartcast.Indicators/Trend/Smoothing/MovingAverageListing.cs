using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Trend.Smoothing;

/// <summary>Averages prices over a number of bars.</summary>
/// <param name="prices">Prices oldest first.</param>
/// <param name="length">How many bars, 1 or more.</param>
internal delegate double[] MovingAverage(ReadOnlySpan<double> prices, int length);

/// <summary>The listing of a moving average in TradingView's form: source, offset and smoothing line.</summary>
internal static class MovingAverageListing
{
    private const int Length = 0, Source = 1, Offset = 2, Kind = 3, SmoothingLength = 4;
    private const int MaximumOffset = 10_000;

    public static IndicatorListing Create(
        IReadOnlyList<string> names, string shortTitle, string description, MovingAverage average,
        Func<int, int> warmUpBars) => new()
        {
            Name = names[0],
            Aliases = [.. names.Skip(1)],
            ShortTitle = shortTitle,
            Description = description,
            IsOverlay = true,
            Parameters =
            [
                ParameterForms.Length("length", 9, 10_000),
                ParameterForms.Source("source"),
                new IndicatorParameter(
                    "offset", "bars to shift the plot to the right", ParameterKind.Integer,
                    0, -MaximumOffset, MaximumOffset, [], ["shift"]),
                SmoothingForms.Kind(),
                SmoothingForms.Length(9),
            ],
            Outputs = [new IndicatorOutput("Plot", PlotKind.Line, ["rgb(33,150,243)"], 1), SmoothingForms.Output],
            LegendInputs = ["length", "source"],
            WarmUpBars = inputs => warmUpBars((int)inputs[Length])
                + SmoothingLine.WarmUpBars((SmoothingKind)inputs[Kind], (int)inputs[SmoothingLength])
                + Math.Max((int)inputs[Offset], 0),
            Compute = (bars, inputs) => Compute(bars, inputs, average),
        };

    private static IndicatorPlot[] Compute(BarSeries bars, IReadOnlyList<double> inputs, MovingAverage average)
    {
        ReadOnlySpan<double> prices = bars.Prices((PriceSource)inputs[Source]);
        double[] plot = average(prices, (int)inputs[Length]);
        double[] smoothed = SmoothingLine.Compute(plot, (SmoothingKind)inputs[Kind], (int)inputs[SmoothingLength]);
        int offset = (int)inputs[Offset];
        return [new IndicatorPlot(plot, Offset: offset), new IndicatorPlot(smoothed, Offset: offset)];
    }
}
