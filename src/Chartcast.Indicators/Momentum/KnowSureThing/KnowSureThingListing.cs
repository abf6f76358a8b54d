using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.KnowSureThing;

internal static class KnowSureThingListing
{
    private const int Count = 4, Signal = 2 * Count;

    public static IndicatorListing Create() => new()
    {
        Name = "Know Sure Thing",
        Aliases = ["kst", "know_sure_thing"],
        ShortTitle = "KST",
        Description = "Know sure thing: four smoothed rates of change, the slower the heavier, and a signal line.",
        IsOverlay = false,
        Parameters =
        [
            Rate(0, 10), Rate(1, 15), Rate(2, 20), Rate(3, 30),
            Mean(0, 10), Mean(1, 10), Mean(2, 10), Mean(3, 15),
            ParameterForms.NamedLength("in_8", "signal", "the signal line", 9, 2_000),
        ],
        Outputs = [PaneForms.Line("KST", "rgb(8,153,129)"), PaneForms.Line("Signal", "rgb(242,54,69)")],
        Levels = [PaneForms.Zero()],
        LegendInputs = ["in_0", "in_1", "in_2", "in_3", "in_4", "in_5", "in_6", "in_7", "in_8"],
        WarmUpBars = static inputs => SlowestBars(inputs) + (int)inputs[Signal] - 1,
        Stream = static context => new KnowSureThing(
            Lengths(context.Inputs, 0), Lengths(context.Inputs, Count), context.Whole(Signal)),
    };

    private static IndicatorParameter Rate(int place, double length) => ParameterForms.Whole(
        $"in_{place}", $"length of rate of change {place + 1} in bars", length, 2_000,
        $"roc{place + 1}", $"roc_{place + 1}");

    private static IndicatorParameter Mean(int place, double length) => ParameterForms.Whole(
        $"in_{place + Count}", $"length of mean {place + 1} in bars", length, 2_000,
        $"sma{place + 1}", $"sma_{place + 1}");

    private static int SlowestBars(IReadOnlyList<double> inputs) =>
        Enumerable.Range(0, Count).Max(i => (int)(inputs[i] + inputs[i + Count]) - 1);

    private static int[] Lengths(IReadOnlyList<double> inputs, int first) =>
        [.. Enumerable.Range(first, Count).Select(i => (int)inputs[i])];
}
