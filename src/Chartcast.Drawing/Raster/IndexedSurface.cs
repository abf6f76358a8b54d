using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;

namespace Chartcast.Drawing.Raster;

/// <summary>Rows of palette indices, each after one byte for PNG's filter; blending is a look-up.</summary>
internal struct IndexedSurface : ISurface
{
    private const int NarrowPx = 8;

    private readonly byte[] _pixels;
    private readonly int _stride;
    private readonly int _top;
    private readonly IndexedPalette _palette;
    private PaintTable? _paint;
    private Fill _fill;
    private int _row;

    public IndexedSurface(byte[] pixels, int widthPx, int top, IndexedPalette palette)
    {
        _pixels = pixels;
        _stride = widthPx + 1;
        _top = top;
        _palette = palette;
    }

    public void SetPaint(in Fill fill)
    {
        _fill = fill;
        SetColor(fill.Top);
    }

    public void FillBox(PixelRect box, Rgba color)
    {
        if (color.IsOpaque)
        {
            byte index = _palette.Require(color);
            int start = ((box.Top - _top) * _stride) + 1 + box.Left;
            if (box.Width == 1)
            {
                for (int y = box.Height; y > 0; y--, start += _stride) _pixels[start] = index;
                return;
            }

            for (int y = box.Height; y > 0; y--, start += _stride) _pixels.AsSpan(start, box.Width).Fill(index);
            return;
        }

        SetPaint(Fill.Solid(color));
        for (int y = box.Top; y < box.Bottom; y++)
        {
            BeginRow(y);
            if (box.Width > NarrowPx) CoverRun(box.Left, box.Right, byte.MaxValue);
            else CoverFew(box.Left, box.Width);
        }
    }

    public void BeginRow(int y)
    {
        _row = ((y - _top) * _stride) + 1;
        if (_fill.IsGradient) SetColor(_fill.At(y + 0.5));
    }

    public void Cover(int x, ulong coverage)
    {
        ref byte pixel = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_pixels), _row + x);
        ref short indices = ref MemoryMarshal.GetArrayDataReference(_paint!.Indices);
        while (coverage != 0)
        {
            int level = ((int)(coverage & 0xFF) + 8) >> 4;
            if (level != 0)
            {
                short blended = Unsafe.Add(ref indices, (level << 8) | pixel);
                pixel = blended >= 0 ? (byte)blended : Learn(level, pixel);
            }

            pixel = ref Unsafe.Add(ref pixel, 1);
            coverage >>= 8;
        }
    }

    public void CoverRun(int from, int to, byte coverage)
    {
        int level = (coverage + 8) >> 4;
        if (level == 0) return;
        Span<byte> run = _pixels.AsSpan(_row + from, to - from);
        ReadOnlySpan<short> indices = _paint!.Indices.AsSpan(level << 8, 256);
        while (!run.IsEmpty)
        {
            byte under = run[0];
            short blended = indices[under];
            byte index = blended >= 0 ? (byte)blended : Learn(level, under);
            int same = run.Length < 8 ? 1 : run.IndexOfAnyExcept(under);
            if (same < 0) same = run.Length;
            if (same == 1) run[0] = index;
            else run[..same].Fill(index);
            run = run[same..];
        }
    }

    /// <summary>Full coverage of the few pixels across a column, of which a chart has many.</summary>
    private readonly void CoverFew(int x, int count)
    {
        ref byte pixel = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_pixels), _row + x);
        ref short indices = ref _paint!.Indices[IndexedPalette.Levels << 8];
        for (; count > 0; count--)
        {
            short blended = Unsafe.Add(ref indices, pixel);
            pixel = blended >= 0 ? (byte)blended : Learn(IndexedPalette.Levels, pixel);
            pixel = ref Unsafe.Add(ref pixel, 1);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly byte Learn(int level, byte under)
    {
        byte index = _palette.Blend(_paint!, level, under);
        _paint!.Indices[(level << 8) | under] = index;
        return index;
    }

    private void SetColor(Rgba color)
    {
        if (_paint is null || _paint.Color != color || _paint.IsGradient != _fill.IsGradient)
            _paint = _palette.Table(color, _fill.IsGradient);
    }
}
