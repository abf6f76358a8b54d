using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

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

    public void FillBoxes(ReadOnlySpan<SceneBox> boxes, Rgba color, PixelRect band)
    {
        bool isOpaque = color.IsOpaque;
        byte index = isOpaque ? _palette.Require(color) : default;
        if (!isOpaque) SetPaint(Fill.Solid(color));
        foreach (SceneBox box in boxes)
        {
            int top = Math.Max(box.Top, band.Top), bottom = Math.Min(box.Bottom, band.Bottom);
            if (isOpaque) FillOpaque(box, top, bottom, index);
            else if (box.Right - box.Left <= NarrowPx) CoverNarrow(box, top, bottom);
            else CoverWide(box, top, bottom);
        }
    }

    public void BeginRow(int y)
    {
        _row = PlaceOf(0, y);
        if (_fill.IsGradient) SetColor(_fill.At(y + 0.5));
    }

    public void Cover(int x, ulong coverage)
    {
        ref byte pixels = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_pixels), _row + x);
        ref short indices = ref MemoryMarshal.GetArrayDataReference(_paint!.Indices);
        // Rounded to sixteenths, all eight at once.
        ulong levels = ((coverage >> 4) & 0x0F0F0F0F_0F0F0F0F) + ((coverage >> 3) & 0x01010101_01010101);
        // Which pixels a line touches cannot be foreseen: half of the eight are looked up without asking.
        if ((uint)levels != 0) CoverFour(ref pixels, ref indices, (uint)levels);
        if (levels >> 32 != 0) CoverFour(ref Unsafe.Add(ref pixels, 4), ref indices, (uint)(levels >> 32));
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

    private readonly int PlaceOf(int x, int y) => ((y - _top) * _stride) + 1 + x;

    private readonly void FillOpaque(SceneBox box, int top, int bottom, byte index)
    {
        int width = box.Right - box.Left, at = PlaceOf(box.Left, top), end = PlaceOf(box.Left, bottom);
        if (width > NarrowPx)
        {
            for (; at < end; at += _stride) _pixels.AsSpan(at, width).Fill(index);
            return;
        }

        // Candles are a few pixels wide: cheaper one by one than by a call a row.
        ref byte pixels = ref MemoryMarshal.GetArrayDataReference(_pixels);
        for (; at < end; at += _stride)
        {
            for (int x = 0; x < width; x++) Unsafe.Add(ref pixels, at + x) = index;
        }
    }

    /// <summary>Lays the paint over the few pixels across a column, of which a chart has many.</summary>
    private readonly void CoverNarrow(SceneBox box, int top, int bottom)
    {
        int width = box.Right - box.Left;
        ref byte pixels = ref MemoryMarshal.GetArrayDataReference(_pixels);
        ref short indices = ref _paint!.Indices[IndexedPalette.Levels << 8];
        for (int at = PlaceOf(box.Left, top), end = PlaceOf(box.Left, bottom); at < end; at += _stride)
        {
            for (int x = 0; x < width; x++)
            {
                ref byte pixel = ref Unsafe.Add(ref pixels, at + x);
                short blended = Unsafe.Add(ref indices, pixel);
                pixel = blended >= 0 ? (byte)blended : Learn(IndexedPalette.Levels, pixel);
            }
        }
    }

    private void CoverWide(SceneBox box, int top, int bottom)
    {
        for (int y = top; y < bottom; y++)
        {
            BeginRow(y);
            CoverRun(box.Left, box.Right, byte.MaxValue);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void CoverFour(ref byte pixels, ref short indices, uint levels)
    {
        uint under = Unsafe.ReadUnaligned<uint>(ref pixels);
        if (!BitConverter.IsLittleEndian) under = BinaryPrimitives.ReverseEndianness(under);
        int first = Unsafe.Add(ref indices, ((levels & 0xFF) << 8) | (under & 0xFF));
        int second = Unsafe.Add(ref indices, (levels & 0xFF00) | ((under >> 8) & 0xFF));
        int third = Unsafe.Add(ref indices, ((levels >> 8) & 0xFF00) | ((under >> 16) & 0xFF));
        int fourth = Unsafe.Add(ref indices, ((levels >> 16) & 0xFF00) | (under >> 24));
        if ((first | second | third | fourth) < 0)
        {
            LearnFour(ref pixels, levels);
            return;
        }

        uint painted = (uint)(first | (second << 8) | (third << 16) | (fourth << 24));
        if (!BitConverter.IsLittleEndian) painted = BinaryPrimitives.ReverseEndianness(painted);
        Unsafe.WriteUnaligned(ref pixels, painted);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void LearnFour(ref byte pixels, uint levels)
    {
        for (; levels != 0; levels >>= 8, pixels = ref Unsafe.Add(ref pixels, 1))
        {
            int level = (int)(levels & 0xFF);
            short blended = _paint!.Indices[(level << 8) | pixels];
            pixels = blended >= 0 ? (byte)blended : Learn(level, pixels);
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
