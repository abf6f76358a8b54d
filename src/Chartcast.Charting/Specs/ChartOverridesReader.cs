using System.Globalization;
using System.Text.Json;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs;

/// <summary>Reads the <c>override</c> object of a chart, as Chart-IMG v2 has it: flags such as <c>showLegend</c>,
/// <c>priceRange</c>, <c>mainPaneHeight</c>, <c>scalesFontSize</c> and <c>style</c>.</summary>
/// <remarks>Nothing is ignored: an unknown key is a fault with the nearest known ones.</remarks>
public static class ChartOverridesReader
{
    private const string PriceRangeKey = "priceRange";
    private const string MainPaneHeightKey = "mainPaneHeight";
    private const string ScalesFontSizeKey = "scalesFontSize";
    private const string StyleKey = "style";
    private const string InvertKey = "showInvertScale";
    private const string InvertStudiesKey = "showInvertScaleStudies";

    private static readonly Dictionary<string, Func<DisplayOptions, bool, DisplayOptions>> Flags = new()
    {
        ["showLegend"] = static (display, on) => display with { ShowLegend = on },
        ["showLegendValues"] = static (display, on) => display with { ShowLegendValues = on },
        ["showMainPane"] = static (display, on) => display with { ShowMainPane = on },
        ["showPriceLine"] = static (display, on) => display with { ShowPriceLine = on },
        ["showVertGrid"] = static (display, on) => display with { ShowVerticalGrid = on },
        ["showHorzGrid"] = static (display, on) => display with { ShowHorizontalGrid = on },
        ["showSeriesLastValue"] = static (display, on) => display with { ShowSeriesLastValue = on },
        ["showSeriesOHLC"] = static (display, on) => display with { ShowSeriesPrices = on },
        ["showBarChange"] = static (display, on) => display with { ShowBarChange = on },
        ["showStudyLastValue"] = static (display, on) => display with { ShowStudyLastValue = on },
        ["showStudyPlotNamesAction"] = static (display, on) => display with { ShowStudyPlotNames = on },
        ["showSymbolLabelsAction"] = static (display, on) => display with { ShowSymbolLabels = on },
        ["showSymbolWatermark"] = static (display, on) => display with { ShowSymbolWatermark = on },
        ["showSessionBreaks"] = static (display, on) => display with { ShowSessionBreaks = on },
    };

    /// <summary>The keys of flags that are true or false.</summary>
    public static IReadOnlyList<string> FlagNames { get; } = [.. Flags.Keys, InvertKey, InvertStudiesKey];

    /// <summary>Every key.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. FlagNames, PriceRangeKey, MainPaneHeightKey, ScalesFontSizeKey, StyleKey];

    /// <summary>Every key with what it takes and its default, as part of a sentence.</summary>
    public static IReadOnlyList<(string Name, string Values)> Keys { get; } =
    [
        .. Flags.Select(static flag => (flag.Key, $"true or false; default {Word(IsOnByDefault(flag.Value))}")),
        (InvertKey, "true or false; default false"),
        (InvertStudiesKey, "true or false; default false"),
        (PriceRangeKey, "an object with from and to (prices, one may be left out) and margin (0.001 to 0.1)"),
        (MainPaneHeightKey, string.Create(CultureInfo.InvariantCulture,
            $"{DisplayOptions.MinimumMainPaneHeightPx} to {DisplayOptions.MaximumMainPaneHeightPx} CSS pixels")),
        (ScalesFontSizeKey, string.Create(CultureInfo.InvariantCulture,
            $"{DisplayOptions.MinimumScalesFontPx} to {DisplayOptions.MaximumScalesFontPx} CSS pixels; default "
                + $"{DisplayOptions.DefaultScalesFontPx}")),
        (StyleKey, "an object with keys of the chart type, such as candleStyle.upColor"),
    ];

    /// <summary>Reads an <c>override</c> object.</summary>
    /// <param name="element">A JSON object.</param>
    /// <param name="field">The path of the element, such as <c>override</c>.</param>
    /// <param name="faults">Receives every fault found.</param>
    /// <returns>What it changes; what has a fault is left as it was.</returns>
    public static ChartOverrides Read(JsonElement element, string field, ICollection<SpecFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return BrokenText.Guard(field, faults, () => ReadMembers(element, field, faults), ChartOverrides.None);
    }

    private static ChartOverrides ReadMembers(JsonElement element, string field, ICollection<SpecFault> faults)
    {
        ChartOverrides read = ChartOverrides.None;
        ObjectMembers.Read(element, field, faults, (member, path) => read = Apply(read, member, path, faults));
        return read;
    }

    private static ChartOverrides Apply(
        ChartOverrides read, JsonProperty member, string path, ICollection<SpecFault> faults)
    {
        JsonElement value = member.Value;
        if (Flags.TryGetValue(member.Name, out Func<DisplayOptions, bool, DisplayOptions>? set))
            return ReadSwitch(value, path, faults) is { } on ? read with { Display = set(read.Display, on) } : read;
        switch (member.Name)
        {
            case InvertKey:
                return ReadSwitch(value, path, faults) is { } inverted
                    ? read with { Scale = read.Scale with { IsInverted = inverted } }
                    : read;
            case InvertStudiesKey:
                return ReadSwitch(value, path, faults) is { } studies
                    ? read with { Scale = read.Scale with { AreStudiesInverted = studies } }
                    : read;
            case PriceRangeKey:
                PriceRangeSpec? range = PriceRangeReader.Read(value, path, faults);
                return read with { Scale = read.Scale with { PriceRange = range } };
            case MainPaneHeightKey:
                int? height = ReadWhole(
                    value, path, DisplayOptions.MinimumMainPaneHeightPx, DisplayOptions.MaximumMainPaneHeightPx,
                    faults);
                return read with { Display = read.Display with { MainPaneHeightPx = height } };
            case ScalesFontSizeKey:
                int size = ReadWhole(
                        value, path, DisplayOptions.MinimumScalesFontPx, DisplayOptions.MaximumScalesFontPx, faults)
                    ?? DisplayOptions.DefaultScalesFontPx;
                return read with { Display = read.Display with { ScalesFontPx = size } };
            case StyleKey:
                return read with { Series = SeriesStyleReader.Read(value, path, faults) };
            default:
                faults.Add(SpecFault.UnknownKey(
                    path, $"is not known; override has {string.Join(", ", Names)}.",
                    NearestNames.Find(member.Name, Names, 3)));
                return read;
        }
    }

    private static bool? ReadSwitch(JsonElement value, string path, ICollection<SpecFault> faults)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        faults.Add(new SpecFault(path, $"must be true or false, not {ShownText.Of(value)}."));
        return null;
    }

    private static int? ReadWhole(
        JsonElement value, string path, int minimum, int maximum, ICollection<SpecFault> faults)
    {
        bool isRight = value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number)
            && number >= minimum && number <= maximum && number == Math.Floor(number);
        if (isRight) return (int)value.GetDouble();
        faults.Add(new SpecFault(path, string.Create(
            CultureInfo.InvariantCulture,
            $"must be a whole number from {minimum} to {maximum}, not {ShownText.Of(value)}.")));
        return null;
    }

    private static bool IsOnByDefault(Func<DisplayOptions, bool, DisplayOptions> set) =>
        set(DisplayOptions.Default, true) == DisplayOptions.Default;

    private static string Word(bool on) => on ? "true" : "false";
}
