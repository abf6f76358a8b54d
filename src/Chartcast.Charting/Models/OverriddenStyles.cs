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
        (PlotShape shape, bool joins) = PlotTypes.LookOf(output.Kind);
        var style = new PlotStyle(
            shape, colors, ClampWidth(output.LineWidthPx), DashPattern.Solid, output.IsVisible, joins);
        if (overrides.Count == 0) return style;
        OverrideColors(output.Key, overrides, colors);
        if (Find(overrides, output.Key, "plottype")?.Word is { } word) (shape, joins) = PlotTypes.LookOf(word);
        return style with
        {
            Shape = shape,
            JoinsGaps = joins,
            WidthPx = ClampWidth(Find(overrides, output.Key, "linewidth")?.Number ?? style.WidthPx),
            Dash = DashOf(Find(overrides, output.Key, "linestyle")?.Number ?? 0),
            IsVisible = (Find(overrides, output.Key, "visible") ?? Find(overrides, output.Key, "display"))?.Switch
                ?? output.IsVisible,
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
        Rgba inverted = band.InvertedColor is { } text ? Rgba.Parse(text) : color;
        if (overrides.Count == 0) return new BandStyle(band.Upper, band.Lower, color, inverted, true);
        if (Find(overrides, band.Key, "color")?.Color is { } all) color = inverted = all;
        if (Find(overrides, band.Key, "transparency")?.Number is { } percent)
        {
            color = color.WithOpacity(1 - percent / 100);
            inverted = inverted.WithOpacity(1 - percent / 100);
        }

        return new BandStyle(
            band.Upper, band.Lower, color, inverted, Find(overrides, band.Key, "visible")?.Switch ?? true);
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

    /// <summary>0 solid, 1 dotted, 2 dashed.</summary>
    public static DashPattern DashOf(double lineStyle) => lineStyle switch
    {
        1 => DashPattern.Dotted,
        2 => DashPattern.Dashed,
        _ => DashPattern.Solid,
    };
}
