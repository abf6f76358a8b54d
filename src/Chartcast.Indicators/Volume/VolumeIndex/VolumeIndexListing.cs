using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.VolumeIndex;

internal static class VolumeIndexListing
{
    private const int Method = 0, Signal = 1;
    private const string Multiplied = "Multiplicative", Added = "Additive";
    private static readonly string[] Methods = [Multiplied, Added];

    public static IndicatorListing CreateNegative() => Create(
        ["Negative Volume Index", "nvi", "negative_volume_index"], "NVI",
        "Changes of the close on bars whose volume fell, run up from the first bar loaded; with its average.", false);

    public static IndicatorListing CreatePositive() => Create(
        ["Positive Volume Index", "pvi", "positive_volume_index"], "PVI",
        "Changes of the close on bars whose volume rose, run up from the first bar loaded; with its average.", true);

    private static IndicatorListing Create(
        IReadOnlyList<string> names, string shortTitle, string description, bool countsRising) => new()
        {
            Name = names[0],
            Aliases = [.. names.Skip(1)],
            ShortTitle = shortTitle,
            Description = description,
            IsOverlay = false,
            Parameters =
            [
                ParameterForms.Choice(
                    "method", "whether changes are multiplied from 1, or added in percent from 1000", Multiplied,
                    Methods, "start"),
                ParameterForms.NamedLength("signalLength", "signal", "the signal line", 255, 2_000),
            ],
            Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)"), PaneForms.Line("Signal", "rgb(255,109,0)")],
            LegendInputs = ["signalLength"],
            WarmUpBars = inputs => 1 + ExponentialMean.SettlingLength((int)inputs[Signal]),
            RemembersStart = true,
            Stream = context => new VolumeIndex(
                countsRising, Methods[context.Whole(Method)] == Added, context.Whole(Signal)),
        };
}
