using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Levels.Pivots;

internal static class PivotsListing
{
    private const int Left = 0, Right = 1;
    private const double Most = 5_000;

    public static IndicatorListing Create() => new()
    {
        Name = "Pivot Points High Low",
        Aliases = ["pivots_high_low", "pivots_hl", "swing_points", "pivot_high_low"],
        ShortTitle = "Pivots HL",
        Description = "Highs and lows that stand out among their neighbours, marked some bars later.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Whole("left", "bars before that must be lower (higher)", 10, Most, "leftbars", "left_bars"),
            ParameterForms.Whole(
                "right", "bars after that must be lower (higher)", 10, Most, "rightbars", "right_bars"),
        ],
        Outputs = PivotMarks.Outputs(("Pivot highs", "rgb(242,54,69)"), ("Pivot lows", "rgb(8,153,129)")),
        LegendInputs = ["left", "right"],
        WarmUpBars = static inputs => (int)(inputs[Left] + inputs[Right]),
        OffsetBars = static inputs => [-(int)inputs[Right], -(int)inputs[Right]],
        Stream = static context => new Pivots(context.Whole(Left), context.Whole(Right)),
    };

    private sealed class Pivots(int left, int right) : IndicatorStream
    {
        private readonly PivotFinder _highs = new(left, right, allowsEqualsAfter: false);
        private readonly PivotFinder _lows = new(left, right, allowsEqualsAfter: false);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            values[0] = _highs.Next(bar.High);
            values[1] = -_lows.Next(-bar.Low);
        }
    }
}
