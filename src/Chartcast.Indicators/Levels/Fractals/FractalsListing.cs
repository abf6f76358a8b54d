using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Levels.Pivots;

namespace Chartcast.Indicators.Levels.Fractals;

internal static class FractalsListing
{
    private const int Length = 0;
    private const int MostEquals = 4;

    public static IndicatorListing Create() => new()
    {
        Name = "Williams Fractal",
        Aliases = ["fractals", "fractal", "williams_fractal"],
        ShortTitle = "Fractals",
        Description = "Williams' fractals: highs and lows beyond some bars on either side, marked as many bars later.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Whole(
                "in_0", "bars on either side", 2, (2, 100_000), "length", "period", "periods", "window"),
        ],
        Outputs = PivotMarks.Outputs(("Up fractals", "rgb(8,153,129)"), ("Down fractals", "rgb(242,54,69)")),
        LegendInputs = ["in_0"],
        WarmUpBars = static inputs => 2 * (int)inputs[Length] + MostEquals,
        OffsetBars = static inputs => [-(int)inputs[Length], -(int)inputs[Length]],
        Stream = static context => new Fractals(context.Whole(Length)),
    };

    private sealed class Fractals(int length) : IndicatorStream
    {
        private readonly FractalFinder _up = new(length);
        private readonly FractalFinder _down = new(length);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            values[0] = _up.Next(bar.High);
            values[1] = -_down.Next(-bar.Low);
        }
    }
}
