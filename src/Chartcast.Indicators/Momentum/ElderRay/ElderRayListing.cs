using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.ElderRay;

internal static class ElderRayListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Elder Ray Index",
        Aliases = ["elder_ray", "elderray", "elder_ray_index", "eri"],
        ShortTitle = "Elder Ray",
        Description = "Elder ray: how far the high lies above an average (bull power) and the low below it (bear "
            + "power).",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("length", 13, 2_000)],
        Outputs = [PaneForms.Line("Bull Power", "rgb(8,153,129)"), PaneForms.Line("Bear Power", "rgb(242,54,69)")],
        Levels = [PaneForms.Zero()],
        LegendInputs = ["length"],
        WarmUpBars = static inputs => ExponentialMean.SettlingLength((int)inputs[Length]),
        Stream = static context => new Lines(context.Whole(Length)),
    };

    private sealed class Lines(int length) : IndicatorStream
    {
        private readonly ElderRay _ray = new(length);

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            _ray.Next(bar);
            values[0] = _ray.Bull;
            values[1] = _ray.Bear;
        }
    }
}
