using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.Alligator;

/// <remarks>Source: B. Williams, "New Trading Dimensions", 1998; default lengths are those of the documented study,
/// Williams' own are 13, 8, 5.</remarks>
internal static class AlligatorListing
{
    private const int Lines = 3;
    private const double Longest = 2_000;

    public static IndicatorListing Create() => new()
    {
        Name = "Williams Alligator",
        Aliases = ["alligator", "williams_alligator"],
        ShortTitle = "Alligator",
        Description = "Williams' alligator: three smoothed averages drawn ahead, apart while a trend lasts.",
        IsOverlay = true,
        Parameters =
        [
            Length("in_0", "jaw", 21),
            Length("in_1", "teeth", 13),
            Length("in_2", "lips", 8),
            Offset("in_3", "jaw", 8),
            Offset("in_4", "teeth", 5),
            Offset("in_5", "lips", 3),
        ],
        Outputs =
        [
            PaneForms.Line("Jaw", OverlayForms.Blue),
            PaneForms.Line("Teeth", "rgb(233,30,99)"),
            PaneForms.Line("Lips", "rgb(102,187,106)"),
        ],
        LegendInputs = ["in_0", "in_1", "in_2", "in_3", "in_4", "in_5"],
        WarmUpBars = static inputs => Enumerable.Range(0, Lines).Max(
            line => ExponentialMean.WilderSettlingLength((int)inputs[line]) + (int)inputs[Lines + line]),
        OffsetBars = static inputs => [.. inputs.Skip(Lines).Select(shift => (int)shift)],
        Stream = static context => new Alligator(context),
    };

    private static IndicatorParameter Length(string key, string word, double length) =>
        ParameterForms.NamedLength(key, word, $"the {word}", length, Longest);

    private static IndicatorParameter Offset(string key, string word, double bars) => ParameterForms.Whole(
        key, $"bars to shift the {word} to the right", bars, Longest, $"{word}_offset", $"{word}_shift");

    private sealed class Alligator(IndicatorContext context) : IndicatorStream
    {
        private readonly ExponentialMean[] _lines =
            [.. Enumerable.Range(0, Lines).Select(line => ExponentialMean.Wilder(context.Whole(line)))];

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            double price = bar.Price(PriceSource.Hl2);
            for (int line = 0; line < Lines; line++) values[line] = _lines[line].Next(price);
        }
    }
}
