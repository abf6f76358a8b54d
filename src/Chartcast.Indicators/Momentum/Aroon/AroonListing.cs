using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.Aroon;

internal static class AroonListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Aroon",
        Aliases = ["aroon"],
        ShortTitle = "Aroon",
        Description = "Aroon: 100 where a new high (or low) has just been made, falling to 0 as it grows old.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("in_0", 14, 2_000)],
        Outputs = [PaneForms.Line("Upper", "rgb(251,140,0)"), PaneForms.Line("Lower", "rgb(33,150,243)")],
        LegendInputs = ["in_0"],
        WarmUpBars = static inputs => (int)inputs[Length],
        Stream = static context => new Lines(context.Whole(Length)),
    };

    private sealed class Lines(int length) : IndicatorStream
    {
        private readonly Aroon _aroon = new(length);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            _aroon.Next(bar);
            values[0] = _aroon.Up;
            values[1] = _aroon.Down;
        }
    }
}
