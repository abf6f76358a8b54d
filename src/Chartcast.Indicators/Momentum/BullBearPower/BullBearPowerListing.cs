using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.BullBearPower;

internal static class BullBearPowerListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Bull Bear Power",
        Aliases = ["bull_bear_power", "bullbearpower", "bull_bear", "bbpower"],
        ShortTitle = "BBPower",
        Description = "Bull bear power: Elder's bull power and bear power in one; above 0 the bulls push farther.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("length", 13, 2_000)],
        Outputs = [new IndicatorOutput("Plot", PlotKind.Columns, ["rgb(242,54,69)", "rgb(8,153,129)"], 1)],
        LegendInputs = ["length"],
        WarmUpBars = static inputs => ExponentialMean.SettlingLength((int)inputs[Length]),
        Stream = static context => new Columns(context.Whole(Length)),
    };

    private sealed class Columns(int length) : IndicatorStream
    {
        private readonly ElderRay.ElderRay _ray = new(length);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            _ray.Next(bar);
            values[0] = _ray.Bull + _ray.Bear;
            colorIndexes[0] = values[0] >= 0 ? (byte)1 : (byte)0;
        }
    }
}
