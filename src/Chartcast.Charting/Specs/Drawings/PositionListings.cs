using static Chartcast.Charting.Specs.Drawings.KeyForms;

namespace Chartcast.Charting.Specs.Drawings;

/// <summary>Planned trades: entry, target and stop.</summary>
internal static class PositionListings
{
    private const double LargestAccount = 1e15;

    public static DrawingListing[] Create() =>
    [
        Position(
            DrawingNames.LongPosition, ["long_position", "long"],
            "A planned purchase: profit from entry up to the target, loss down to the stop.", isLong: true),
        Position(
            DrawingNames.ShortPosition, ["short_position", "short"],
            "A planned sale: profit from entry down to the target, loss up to the stop.", isLong: false),
    ];

    private static DrawingListing Position(
        string name, IReadOnlyList<string> aliases, string description, bool isLong) => new()
        {
            Name = name,
            Aliases = aliases,
            Description = description,
            Inputs =
            [
                Time("startDatetime", true, "start", "from", "startTime", "startDate", "datetime", "time"),
                Price("entryPrice", true, "entry"), Price("targetPrice", true, "target", "takeProfit"),
                Price("stopPrice", true, "stop", "stopLoss"),
                Time("endDatetime", false, "end", "to", "endTime", "endDate") with
                {
                    Description = "the last bar when left out, but at least a tenth of the chart",
                },
            ],
            Overrides =
            [
                FontSize(12), LineWidth(1), Number("accountSize", 1000, 0, LargestAccount),
                Number("lotSize", 1, 1e-9, LargestAccount, "units in one lot"),
                Number("risk", 25, 0, LargestAccount, "what the stop may cost: percent of the account, or money"),
                Choice("riskDisplayMode", "percents", "what risk is given in", "percents", "money"),
                Switch("fillBackground", true), Switch("showPrice", true, "whether the axis shows the three prices"),
                Switch("showStats", false, "whether distances, quantity and risk/reward ratio are written"),
                Switch("showCompact", false, "shorter statistics"), Color("textColor", "rgb(255,255,255)"),
                Color("lineColor", "rgb(120,123,134)"), Color("borderColor", "rgb(102,123,139)"),
                Color("profitBackground", "rgba(8,153,129,0.2)"), Color("stopBackground", "rgba(242,54,69,0.2)"),
            ],
            ColorKeys = [("lineColor", null)],
            Lacks = inputs => Misplaced(inputs, isLong),
        };

    private static string? Misplaced(IReadOnlyDictionary<string, DrawingValue> inputs, bool isLong)
    {
        double entry = inputs["entryPrice"].Number!.Value;
        double sign = isLong ? 1 : -1;
        if (sign * inputs["targetPrice"].Number!.Value < sign * entry)
            return $"must have its targetPrice {(isLong ? "above" : "below")} its entryPrice";
        return sign * inputs["stopPrice"].Number!.Value > sign * entry
            ? $"must have its stopPrice {(isLong ? "below" : "above")} its entryPrice"
            : null;
    }
}
