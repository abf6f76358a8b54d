using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Specs;

/// <summary>Checks a specification before anything is drawn.</summary>
public static class ChartSpecValidator
{
    private const int LongestSymbol = 200;

    /// <summary>Every fault of a specification at once; empty when it can be drawn.</summary>
    /// <param name="spec">The specification.</param>
    /// <param name="bars">The bars it is to be drawn over.</param>
    public static IReadOnlyList<string> Faults(ChartSpec spec, BarSeries bars)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(bars);
        List<string>? faults = null;
        if (string.IsNullOrEmpty(spec.Symbol) || spec.Symbol.Length > LongestSymbol)
            Add(ref faults, "Symbol", $"has 1 to {LongestSymbol} characters");
        CheckSize(ref faults, "WidthPx", spec.WidthPx);
        CheckSize(ref faults, "HeightPx", spec.HeightPx);
        if (spec.PixelRatio is < 1 or > ChartSpec.MaximumPixelRatio)
            Add(ref faults, "PixelRatio", $"is 1 to {ChartSpec.MaximumPixelRatio}, not {spec.PixelRatio}");
        if (spec.PriceDecimals is < 0 or > ChartSpec.MaximumPriceDecimals)
            Add(ref faults, "PriceDecimals", $"is 0 to {ChartSpec.MaximumPriceDecimals}, not {spec.PriceDecimals}");
        if (!ChartThemes.Names.Contains(spec.Theme))
            Add(ref faults, "Theme", $"is one of {string.Join(", ", ChartThemes.Names)}");
        if (!Enum.IsDefined(spec.Style)) Add(ref faults, "Style", "is none that can be drawn");
        if (bars.Count == 0) Add(ref faults, "Bars", "are missing: at least one is needed");
        else if (spec.FirstVisible < 0 || spec.FirstVisible >= bars.Count)
            Add(ref faults, "FirstVisible", $"is 0 to {bars.Count - 1}, not {spec.FirstVisible}");
        CheckStudies(ref faults, spec);
        return faults ?? (IReadOnlyList<string>)[];
    }

    /// <summary>Refuses a specification that cannot be drawn.</summary>
    /// <exception cref="ArgumentException">It has faults; the message lists all of them.</exception>
    public static void ThrowIfFaulty(ChartSpec spec, BarSeries bars)
    {
        IReadOnlyList<string> faults = Faults(spec, bars);
        if (faults.Count > 0) throw new ArgumentException(string.Join(' ', faults), nameof(spec));
    }

    private static void CheckSize(ref List<string>? faults, string field, int sizePx)
    {
        if (sizePx is < ChartSpec.MinimumSizePx or > ChartSpec.MaximumSizePx)
            Add(ref faults, field, $"is {ChartSpec.MinimumSizePx} to {ChartSpec.MaximumSizePx}, not {sizePx}");
    }

    private static void CheckStudies(ref List<string>? faults, ChartSpec spec)
    {
        for (int i = 0; i < spec.Studies.Count; i++)
        {
            StudySpec study = spec.Studies[i];
            if (study.Inputs.Count == study.Listing.Parameters.Count) continue;
            Add(ref faults, $"Studies[{i}].Inputs",
                $"has one value for each of the {study.Listing.Parameters.Count} parameters, not {study.Inputs.Count}");
        }
    }

    private static void Add(ref List<string>? faults, string field, string rule) =>
        (faults ??= []).Add($"{field} {rule}.");
}
