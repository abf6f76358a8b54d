using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Momentum.DirectionalMovement;

namespace Chartcast.Indicators.Momentum.AverageDirectional;

internal static class AverageDirectionalListing
{
    private const int Smoothing = 0, Length = 1;
    private const double Widest = 100_000;

    public static IndicatorListing Create() => new()
    {
        Name = "Average Directional Index",
        Aliases = ["adx", "average_directional_index"],
        ShortTitle = "ADX",
        Description = "Average directional index: how strong the trend is, whichever way; above 25 counts as a trend.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.NamedLength("in_0", "smoothing", "the mean", 14, Widest) with
            {
                Minimum = -Widest, ValuesFrom = 1,
            },
            ParameterForms.Length("in_1", 14, Widest) with { Minimum = -Widest, ValuesFrom = 1 },
        ],
        Outputs = [PaneForms.Line("ADX", "rgb(255,82,82)")],
        LegendInputs = ["in_0", "in_1"],
        WarmUpBars = static inputs =>
            DirectionalMovementListing.WarmUpBars((int)inputs[Length], (int)inputs[Smoothing]),
        Stream = static context => new Line(context.Whole(Length), context.Whole(Smoothing)),
    };

    private sealed class Line(int length, int smoothing) : IndicatorStream
    {
        private readonly DirectionalMovement.DirectionalMovement _movement = new(length, smoothing);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            _movement.Next(bar);
            values[0] = _movement.Average;
        }
    }
}
