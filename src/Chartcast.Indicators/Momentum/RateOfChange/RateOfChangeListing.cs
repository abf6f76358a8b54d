using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.RateOfChange;

internal static class RateOfChangeListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Rate Of Change",
        Aliases = ["roc", "rate_of_change"],
        ShortTitle = "ROC",
        Description = "Rate of change: by how many percent the close differs from that of some bars ago.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("in_0", 9, 100_000)],
        Outputs = [PaneForms.Line("ROC", "rgb(33,150,243)")],
        Levels = [PaneForms.Zero("Zero Line")],
        LegendInputs = ["in_0"],
        WarmUpBars = static inputs => (int)inputs[Length],
        Stream = static context => new Line(context.Whole(Length)),
    };

    private sealed class Line(int length) : IndicatorStream
    {
        private readonly RateOfChange _rate = new(length);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes) =>
            values[0] = _rate.Next(bar.Close);
    }
}
