using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Trend.Smoothing;

/// <summary>The listing of a moving average in TradingView's form: source, offset and smoothing line.</summary>
internal static class MovingAverageListing
{
    private const int Length = 0, Source = 1, Offset = 2, Kind = 3, SmoothingLength = 4;
    private const int MaximumOffset = 10_000;

    /// <summary>Describes a moving average.</summary>
    /// <param name="names">The exact name, then the aliases.</param>
    /// <param name="shortTitle">The title in legends.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="average">Starts an average of a length in bars.</param>
    /// <param name="warmUpBars">How many bars that length needs before its values have settled.</param>
    public static IndicatorListing Create(
        IReadOnlyList<string> names, string shortTitle, string description,
        Func<int, Func<double, double>> average, Func<int, int> warmUpBars) => new()
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
            OffsetBars = static inputs => [(int)inputs[Offset], (int)inputs[Offset]],
            Stream = context => new MovingAverage(context, average(context.Whole(Length))),
        };

    private sealed class MovingAverage(in IndicatorContext context, Func<double, double> average) : IndicatorStream
    {
        private readonly PriceSource _source = context.Source(Source);
        private readonly SmoothingLine _smoothing =
            new((SmoothingKind)context.Whole(Kind), context.Whole(SmoothingLength));

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            values[0] = average(bar.Price(_source));
            values[1] = _smoothing.Next(values[0]);
        }
    }
}
