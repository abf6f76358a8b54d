using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Themes;
using Chartcast.Charting.Views;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Scenes;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Sheets;

/// <summary>Puts several charts into one picture with a legend they share.</summary>
/// <remarks>Pure, and safe to call from several threads.</remarks>
public static class SheetComposer
{
    private const double TitleFontPx = 14;
    private const double LegendFontPx = 12;
    private const double InsetPx = 8;
    private const double SwatchPx = 9;
    private const double EntryGapEms = 1.4;
    private const double SwatchGapEms = 0.4;

    /// <summary>Makes a sheet.</summary>
    /// <param name="spec">What it looks like.</param>
    /// <param name="tiles">What stands at each of its places, row by row.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentException">There is no tile, there are too many, or a chart is not as large as its
    /// place.</exception>
    public static Scene Compose(SheetSpec spec, IReadOnlyList<SheetTile> tiles)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(tiles);
        if (tiles.Count is < 1 or > SheetSpec.MaximumTiles)
            throw new ArgumentException($"A sheet has 1 to {SheetSpec.MaximumTiles} charts.", nameof(tiles));
        ChartTheme theme = BuiltInThemes.Find(spec.Theme)
            ?? throw new ArgumentException($"There is no theme {spec.Theme}.", nameof(spec));
        int ratio = spec.PixelRatio;
        var scene = new SceneBuilder(spec.WidthPx * ratio, spec.HeightPx * ratio, theme.Background);
        IReadOnlyList<PixelRect> places =
            SheetLayout.Places(spec.WidthPx, spec.HeightPx, tiles.Count, spec.Columns);
        // What neither charts nor free places cover are the lines between them.
        scene.FillRect(
            new PixelRect(0, (SheetLayout.HeaderPx - SheetLayout.LinePx) * ratio, spec.WidthPx * ratio,
                (spec.HeightPx - SheetLayout.HeaderPx + SheetLayout.LinePx) * ratio),
            theme.Separator);
        DrawHeader(scene, spec, theme, tiles);
        int all = SheetLayout.Rows(tiles.Count, spec.Columns) * spec.Columns;
        foreach (PixelRect free in SheetLayout.Places(spec.WidthPx, spec.HeightPx, all, spec.Columns).Skip(tiles.Count))
            scene.FillRect(Device(free, ratio), theme.Background);
        for (int i = 0; i < tiles.Count; i++) DrawTile(scene, tiles[i], Device(places[i], ratio), theme, ratio);
        return scene.Build();
    }

    private static PixelRect Device(PixelRect place, int ratio) =>
        new(place.Left * ratio, place.Top * ratio, place.Width * ratio, place.Height * ratio);

    private static void DrawTile(SceneBuilder scene, SheetTile tile, PixelRect place, ChartTheme theme, int ratio)
    {
        if (tile.Chart is not { } chart)
        {
            SheetFailureView.Draw(scene, tile, place, theme, ratio);
            return;
        }

        if (chart.Scene.WidthPx != place.Width || chart.Scene.HeightPx != place.Height)
            throw new ArgumentException($"The chart {tile.Title} is not as large as its place.", nameof(tile));
        scene.DrawScene(chart.Scene, place.Left, place.Top, "chart");
    }

    private static void DrawHeader(
        SceneBuilder scene, SheetSpec spec, ChartTheme theme, IReadOnlyList<SheetTile> tiles)
    {
        int ratio = spec.PixelRatio;
        double middle = (SheetLayout.HeaderPx - SheetLayout.LinePx) * ratio / 2.0;
        double limit = (spec.WidthPx - InsetPx) * ratio;
        scene.BeginGroup("header");
        double size = TitleFontPx * ratio;
        var title = new LegendPen(
            scene, InsetPx * ratio, limit, middle + TextMeasure.CapHeightPx(FontFace.Regular, size) / 2, size);
        title.WriteCut(spec.Title, theme.Text, FontFace.Medium);
        size = LegendFontPx * ratio;
        var pen = new LegendPen(
            scene, title.X, limit, middle + TextMeasure.CapHeightPx(FontFace.Regular, size) / 2, size);
        foreach (Study study in SharedStudies(tiles)) DrawEntry(scene, ref pen, study, theme, middle, ratio);
        scene.EndGroup();
    }

    /// <summary>The studies of the first chart; the others have the same, unless they were given their own.</summary>
    private static List<Study> SharedStudies(IReadOnlyList<SheetTile> tiles) =>
        tiles.FirstOrDefault(static tile => tile.Chart is not null)?.Chart?.Model?.Studies ?? [];

    private static void DrawEntry(
        SceneBuilder scene, ref LegendPen pen, Study study, ChartTheme theme, double middle, int ratio)
    {
        pen.Skip(EntryGapEms);
        for (int plot = 0; plot < study.PlotStyles.Length; plot++)
        {
            PlotStyle style = study.PlotStyles[plot];
            if (!style.IsVisible) continue;
            int side = (int)(SwatchPx * ratio);
            var swatch = new PixelRect(
                DevicePixels.Round(pen.X), DevicePixels.Round(middle - side / 2.0), side, side);
            scene.FillRect(swatch, style.Colors[0].WithOpacity(1));
            pen.Skip(SwatchPx / LegendFontPx + SwatchGapEms / 2);
        }

        pen.Skip(SwatchGapEms / 2);
        IndicatorOutput first = study.Listing.Outputs[0];
        pen.Write(TitleOf(study, first), theme.AxisText);
    }

    private static string TitleOf(Study study, IndicatorOutput output)
    {
        string title = StudyTitle.Of(study.Spec, output);
        string plot = " " + output.Key;
        return title.EndsWith(plot, StringComparison.Ordinal) ? title[..^plot.Length] : title;
    }
}
