using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Momentum.Shades;

namespace Chartcast.Indicators.Momentum.Awesome;

internal static class AwesomeListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Awesome Oscillator",
        Aliases = ["ao", "awesome", "awesome_oscillator"],
        ShortTitle = "AO",
        Description = "Awesome oscillator: the mean of 5 bars' middles minus that of 34, coloured by its direction.",
        IsOverlay = false,
        Parameters = [],
        Outputs =
        [
            new IndicatorOutput("Plot", PlotKind.Histogram, ["rgb(242,54,69)", "rgb(8,153,129)"], ColumnShades.WidthPx),
        ],
        WarmUpBars = static _ => Awesome.WarmUpBars,
        Stream = static _ => new Columns(),
    };

    private sealed class Columns : IndicatorStream
    {
        private readonly Awesome _awesome = new();
        private double _before = double.NaN;

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            values[0] = _awesome.Next(bar);
            colorIndexes[0] = ColumnShades.OfDirection(values[0], _before);
            _before = values[0];
        }
    }
}
