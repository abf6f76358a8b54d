using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Raster;

/// <summary>Takes the rows of a picture, band after band; each row starts with a byte 0.</summary>
internal interface IBandSink
{
    /// <summary>So many bytes beyond the end of the rows can be read.</summary>
    const int ReadBeyond = 16;

    /// <summary>A picture starts; when painting in palette colours failed, it starts again in true colour.</summary>
    /// <param name="palette">The colours that one byte a pixel points to, filled while painting: every index in rows
    /// that were given has its final colour. Null when pixels are red, green and blue.</param>
    void Begin(IndexedPalette? palette);

    /// <summary>The next rows, from the top down; the sink may change them.</summary>
    void Add(Span<byte> rows);

    /// <summary>All rows were given.</summary>
    void End();
}

/// <summary>Paints a scene in palette colours if they suffice, else in true colour.</summary>
internal static class PicturePainter
{
    /// <summary>Paints.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="sink">Takes the rows.</param>
    /// <param name="inTrueColor">Whether to do without a palette even where it suffices.</param>
    public static void Paint(Scene scene, IBandSink sink, bool inTrueColor = false)
    {
        scene.ThrowIfDisposed();
        RasterContext context = RasterContext.Idle.Rent();
        try
        {
            bool isPainted = !inTrueColor
                && (TryPaintIndexed(scene, context, sink, isCoarse: false)
                    || TryPaintIndexed(scene, context, sink, isCoarse: true));
            if (!isPainted) PaintTrueColor(scene, context, sink);
        }
        finally
        {
            RasterContext.Idle.Return(context);
        }
    }

    private static bool TryPaintIndexed(Scene scene, RasterContext context, IBandSink sink, bool isCoarse)
    {
        IndexedPalette palette = context.Palette;
        palette.Clear(isCoarse);
        byte background = palette.Require(scene.Background);
        RequirePaints(scene, palette);
        if (palette.HasOverflowed) return false;
        int rows = RasterContext.BandRows(scene.WidthPx, scene.HeightPx), stride = scene.WidthPx + 1;
        byte[] pixels = context.Pixels(rows * stride);
        sink.Begin(palette);
        for (int top = 0; top < scene.HeightPx; top += rows)
        {
            int count = Math.Min(rows, scene.HeightPx - top);
            Span<byte> band = pixels.AsSpan(0, count * stride);
            band.Fill(background);
            for (int y = 0; y < count; y++) band[y * stride] = 0;
            var surface = new IndexedSurface(pixels, scene.WidthPx, top, palette);
            context.Indexed.Paint(scene, surface, new PixelRect(0, top, scene.WidthPx, count));
            if (palette.HasOverflowed) return false;
            sink.Add(band);
        }

        sink.End();
        return true;
    }

    /// <summary>Colours painted without blending join first, so that edges cannot use up their places.</summary>
    private static void RequirePaints(Scene scene, IndexedPalette palette)
    {
        foreach (SceneItem item in scene.Items)
        {
            Rgba color = item.Kind switch
            {
                SceneItemKind.Rects => SceneBuilder.Unpack(item.Style),
                SceneItemKind.Polygon or SceneItemKind.Path when !scene.Fills[item.Style].IsGradient =>
                    scene.Fills[item.Style].Top,
                SceneItemKind.Polyline => scene.Strokes[item.Style].Color,
                SceneItemKind.Text => scene.Placements[item.Style].Color,
                _ => default,
            };
            if (color.IsOpaque) palette.Require(color);
            if (palette.HasOverflowed) return;
        }
    }

    private static void PaintTrueColor(Scene scene, RasterContext context, IBandSink sink)
    {
        int rows = RasterContext.BandRows(scene.WidthPx, scene.HeightPx), stride = (scene.WidthPx * 3) + 1;
        byte[] pixels = context.Pixels(rows * stride);
        sink.Begin(null);
        for (int top = 0; top < scene.HeightPx; top += rows)
        {
            int count = Math.Min(rows, scene.HeightPx - top);
            Span<byte> band = pixels.AsSpan(0, count * stride);
            FillBackground(band, stride, scene.Background);
            context.TrueColor.Paint(scene, new TrueColorSurface(pixels, scene.WidthPx, top),
                new PixelRect(0, top, scene.WidthPx, count));
            sink.Add(band);
        }

        sink.End();
    }

    private static void FillBackground(Span<byte> band, int stride, Rgba color)
    {
        Span<byte> first = band[..stride];
        first[0] = 0;
        for (int i = 1; i < stride; i += 3) (first[i], first[i + 1], first[i + 2]) = (color.R, color.G, color.B);
        for (int at = stride; at < band.Length; at += stride) first.CopyTo(band[at..]);
    }
}
