using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.AroonOscillator;

internal static class AroonOscillatorListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Aroon Oscillator",
        Aliases = ["aroonosc", "aroon_osc", "aroon_oscillator"],
        ShortTitle = "Aroon Osc",
        Description = "Aroon oscillator: Aroon up minus Aroon down; above 0 highs are the younger ones.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("length", 14, 2_000)],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        Levels = [PaneForms.Zero()],
        LegendInputs = ["length"],
        WarmUpBars = static inputs => (int)inputs[Length],
        Stream = static context => new Difference(context.Whole(Length)),
    };

    private sealed class Difference(int length) : IndicatorStream
    {
        private readonly Aroon.Aroon _aroon = new(length);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            _aroon.Next(bar);
            values[0] = _aroon.Up - _aroon.Down;
        }
    }
}
