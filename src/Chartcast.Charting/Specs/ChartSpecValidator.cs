using System.Globalization;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Drawing.Painting;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

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
        if (spec.ThemeOverrides.TryGetValue(ThemeKeys.Background, out Rgba background) && !background.IsOpaque)
            Add(ref faults, "ThemeOverrides.background", "is opaque");
        if (spec.Watermark is { } watermark) CheckWatermark(ref faults, watermark);
        if (!ChartThemes.Names.Contains(spec.Theme))
            Add(ref faults, "Theme", $"is one of {string.Join(", ", ChartThemes.Names)}");
        if (!Enum.IsDefined(spec.Style)) Add(ref faults, "Style", "is none that can be drawn");
        if (bars.Count == 0) Add(ref faults, "Bars", "are missing: at least one is needed");
        else if (spec.FirstVisible < 0 || spec.FirstVisible >= bars.Count)
            Add(ref faults, "FirstVisible", $"is 0 to {bars.Count - 1}, not {spec.FirstVisible}");
        if (spec.FreeSlots is < 0 or > ChartSpec.MaximumFreeSlots)
            Add(ref faults, "FreeSlots", $"is 0 to {ChartSpec.MaximumFreeSlots}, not {spec.FreeSlots}");
        CheckScale(ref faults, spec.Scale);
        CheckDisplay(ref faults, spec.Display);
        CheckStudies(ref faults, spec);
        CheckDrawings(ref faults, spec);
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

    private static void CheckScale(ref List<string>? faults, ScaleOptions scale)
    {
        if (scale.Mode is { } mode && !Enum.IsDefined(mode)) Add(ref faults, "Scale.Mode", "is none there is");
        if (scale.PriceRange is not { } range) return;
        if (range.From is null && range.To is null) Add(ref faults, "Scale.PriceRange", "has neither From nor To");
        if (range is { From: { } from, To: { } to } && !(from < to))
            Add(ref faults, "Scale.PriceRange", "has a From that is not less than To");
        if (range.From is { } low && !double.IsFinite(low) || range.To is { } high && !double.IsFinite(high))
            Add(ref faults, "Scale.PriceRange", "has a bound that is no number");
        if (!(range.Margin is >= PriceRangeSpec.MinimumMargin and <= PriceRangeSpec.MaximumMargin))
            Add(ref faults, "Scale.PriceRange.Margin", "is 0.001 to 0.1");
    }

    private static void CheckDisplay(ref List<string>? faults, DisplayOptions display)
    {
        if (display.ScalesFontPx is < DisplayOptions.MinimumScalesFontPx or > DisplayOptions.MaximumScalesFontPx)
            Add(ref faults, "Display.ScalesFontPx", $"is 10 to 50, not {display.ScalesFontPx}");
        if (display.MainPaneHeightPx is < DisplayOptions.MinimumMainPaneHeightPx
            or > DisplayOptions.MaximumMainPaneHeightPx)
            Add(ref faults, "Display.MainPaneHeightPx", $"is 100 to 1800, not {display.MainPaneHeightPx}");
    }

    private static void CheckStudies(ref List<string>? faults, ChartSpec spec)
    {
        for (int i = 0; i < spec.Studies.Count; i++)
        {
            StudySpec study = spec.Studies[i];
            IReadOnlyList<IndicatorParameter> parameters = study.Listing.Parameters;
            if (study.Inputs.Count != parameters.Count)
            {
                Add(ref faults, $"Studies[{i}].Inputs",
                    $"has one value for each of the {parameters.Count} parameters, not {study.Inputs.Count}");
                continue;
            }

            for (int input = 0; input < parameters.Count; input++)
            {
                IndicatorParameter parameter = parameters[input];
                // Not a number is in no range either.
                if (study.Inputs[input].Value >= parameter.Minimum && study.Inputs[input].Value <= parameter.Maximum)
                    continue;
                Add(ref faults, $"Studies[{i}].Inputs[{input}]", string.Create(
                    CultureInfo.InvariantCulture,
                    $"is {parameter.Minimum} to {parameter.Maximum}, not {study.Inputs[input].Value}"));
            }
        }
    }

    private static void CheckDrawings(ref List<string>? faults, ChartSpec spec)
    {
        int count = spec.Drawings.Count;
        if (count > DrawingCatalog.MaximumCount)
        {
            Add(ref faults, "Drawings", $"are at most {DrawingCatalog.MaximumCount}, not {count}");
            return;
        }

        for (int i = 0; i < count; i++)
        {
            if (DrawingSpecValidator.Fault(spec.Drawings[i]) is { } fault) Add(ref faults, $"Drawings[{i}]", fault);
        }
    }

    private static void CheckWatermark(ref List<string>? faults, WatermarkSpec watermark)
    {
        if (WatermarkSpec.FaultOf(watermark.Text) is { } fault) Add(ref faults, "Watermark.Text", fault);
        if (watermark.SizePx is not (>= WatermarkSpec.MinimumSizePx and <= WatermarkSpec.MaximumSizePx))
            Add(ref faults, "Watermark.SizePx", $"is {WatermarkSpec.MinimumSizePx} to {WatermarkSpec.MaximumSizePx}");
        if (watermark.Opacity is not (>= WatermarkSpec.MinimumOpacity and <= 1))
            Add(ref faults, "Watermark.Opacity", "is 0.1 to 1");
    }

    private static void Add(ref List<string>? faults, string field, string rule) =>
        (faults ??= []).Add($"{field} {rule}.");
}
