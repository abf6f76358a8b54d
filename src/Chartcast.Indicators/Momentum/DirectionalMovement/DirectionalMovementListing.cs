using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.DirectionalMovement;

internal static class DirectionalMovementListing
{
    private const int Length = 0, Smoothing = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "Directional Movement",
        Aliases = ["dmi", "dm", "directional_movement", "directional_movement_index"],
        ShortTitle = "DM",
        Description = "Directional movement: rising (+DI) against falling (-DI) pressure and how strong the trend is "
            + "(DX, ADX, ADXR).",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Length("in_0", 14, 2_000),
            ParameterForms.NamedLength("in_1", "smoothing", "the ADX's mean", 14, 50),
        ],
        Outputs =
        [
            PaneForms.Line("+DI", "rgb(33,150,243)"),
            PaneForms.Line("-DI", "rgb(255,109,0)"),
            PaneForms.Line("DX", "rgb(255,167,38)"),
            PaneForms.Line("ADX", "rgb(245,0,87)"),
            PaneForms.Line("ADXR", "rgb(171,71,188)"),
        ],
        LegendInputs = ["in_0", "in_1"],
        WarmUpBars = static inputs => WarmUpBars((int)inputs[Length], (int)inputs[Smoothing])
            + (int)inputs[Length] - 1,
        Stream = static context => new Lines(context.Whole(Length), context.Whole(Smoothing)),
    };

    /// <summary>How many bars the mean of the directional index needs to settle.</summary>
    public static int WarmUpBars(int length, int smoothing) => 1
        + ExponentialMean.WilderSettlingLength(length) + ExponentialMean.WilderSettlingLength(smoothing);

    private sealed class Lines(int length, int smoothing) : IndicatorStream
    {
        private readonly DirectionalMovement _movement = new(length, smoothing);

        // The rating is the mean of two averages; TradingView takes the one of n − 1 bars ago.
        private readonly Delay _before = new(length - 1);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            _movement.Next(bar);
            values[0] = _movement.Plus;
            values[1] = _movement.Minus;
            values[2] = _movement.Index;
            values[3] = _movement.Average;
            values[4] = (_movement.Average + _before.Next(_movement.Average)) / 2;
        }
    }
}
