using Chartcast.Charting.Specs;
using Chartcast.Drawing.Painting;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Models;

/// <summary>Resolves the look of a study: what the catalogue says, then what the specification overrides.</summary>
internal static class OverriddenStyles
{
    private const double MinimumWidthPx = 0.5;
    private const double MaximumWidthPx = 10;

    /// <summary>The look of one plot.</summary>
    public static PlotStyle Plot(IndicatorOutput output, IReadOnlyDictionary<string, StudyStyleValue> overrides)
    {
        var colors = new Rgba[Math.Max(1, output.Colors.Count)];
        for (int i = 0; i < output.Colors.Count; i++) colors[i] = Rgba.Parse(output.Colors[i]);
        PlotShape shape = output.Kind == PlotKind.Columns ? PlotShape.Columns : PlotShape.Line;
        var style = new PlotStyle(shape, colors, ClampWidth(output.LineWidthPx), DashPattern.Solid, output.IsVisible);
        if (overrides.Count == 0) return style;
        OverrideColors(output.Key, overrides, colors);
        return style with
        {
            Shape = Find(overrides, output.Key, "plottype")?.Word is { } word ? ShapeOf(word, shape) : shape,
            WidthPx = ClampWidth(Find(overrides, output.Key, "linewidth")?.Number ?? style.WidthPx),
            Dash = DashOf(Find(overrides, output.Key, "linestyle")?.Number ?? 0),
            IsVisible = Find(overrides, output.Key, "visible")?.Switch ?? output.IsVisible,
        };
    }

    /// <summary>The look of one level.</summary>
    public static LevelStyle Level(IndicatorLevel level, IReadOnlyDictionary<string, StudyStyleValue> overrides)
    {
        Rgba color = Rgba.Parse(level.Color);
        if (overrides.Count == 0)
            return new LevelStyle(level.Key, level.Value, color, 1, DashOf(level.LineStyle), true);
        return new LevelStyle(
            level.Key,
            Find(overrides, level.Key, "value")?.Number ?? level.Value,
            Find(overrides, level.Key, "color")?.Color ?? color,
            ClampWidth(Find(overrides, level.Key, "linewidth")?.Number ?? 1),
            DashOf(Find(overrides, level.Key, "linestyle")?.Number ?? level.LineStyle),
            Find(overrides, level.Key, "visible")?.Switch ?? true);
    }

    /// <summary>The look of one band.</summary>
    public static BandStyle Band(IndicatorBand band, IReadOnlyDictionary<string, StudyStyleValue> overrides)
    {
        Rgba color = Rgba.Parse(band.Color);
        if (overrides.Count == 0) return new BandStyle(band.Upper, band.Lower, color, true);
        color = Find(overrides, band.Key, "color")?.Color ?? color;
        if (Find(overrides, band.Key, "transparency")?.Number is { } percent)
            color = color.WithOpacity(1 - percent / 100);
        return new BandStyle(
            band.Upper, band.Lower, color, Find(overrides, band.Key, "visible")?.Switch ?? true);
    }

    private static void OverrideColors(
        string key, IReadOnlyDictionary<string, StudyStyleValue> overrides, Rgba[] colors)
    {
        if (Find(overrides, key, "color")?.Color is { } all) Array.Fill(colors, all);
        for (int i = 0; i < colors.Length; i++)
        {
            if (overrides.TryGetValue($"{key}.color.{i}", out StudyStyleValue one) && one.Color is { } color)
                colors[i] = color;
        }
    }

    private static StudyStyleValue? Find(
        IReadOnlyDictionary<string, StudyStyleValue> overrides, string key, string attribute) =>
        overrides.TryGetValue($"{key}.{attribute}", out StudyStyleValue value) ? value : null;

    private static double ClampWidth(double widthPx) => Math.Clamp(widthPx, MinimumWidthPx, MaximumWidthPx);

    private static DashPattern DashOf(double lineStyle) => lineStyle switch
    {
        1 => DashPattern.Dotted,
        2 => DashPattern.Dashed,
        _ => DashPattern.Solid,
    };

    private static PlotShape ShapeOf(string word, PlotShape fallback) => word switch
    {
        "line" or "line_with_breaks" => PlotShape.Line,
        "step_line" or "step_line_with_breaks" => PlotShape.StepLine,
        "area" or "area_with_breaks" => PlotShape.Area,
        "columns" or "column" => PlotShape.Columns,
        "histogram" => PlotShape.Histogram,
        "circles" => PlotShape.Circles,
        "cross" => PlotShape.Crosses,
        _ => fallback,
    };
}
