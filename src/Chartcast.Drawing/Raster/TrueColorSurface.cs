using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Raster;

/// <summary>Rows of red, green and blue bytes, each row after one byte for PNG's filter.</summary>
internal struct TrueColorSurface : ISurface
{
    private const int Channels = 3;

    private readonly byte[] _pixels;
    private readonly int _stride;
    private readonly int _top;
    private Fill _fill;
    private Rgba _color;
    private int _row;

    public TrueColorSurface(byte[] pixels, int widthPx, int top)
    {
        _pixels = pixels;
        _stride = (widthPx * Channels) + 1;
        _top = top;
    }

    public void SetPaint(in Fill fill)
    {
        _fill = fill;
        _color = fill.Top;
    }

    public void FillBoxes(ReadOnlySpan<SceneBox> boxes, Rgba color, PixelRect band)
    {
        SetPaint(Fill.Solid(color));
        foreach (SceneBox box in boxes)
        {
            int bottom = Math.Min(box.Bottom, band.Bottom);
            for (int y = Math.Max(box.Top, band.Top); y < bottom; y++)
            {
                BeginRow(y);
                CoverRun(box.Left, box.Right, byte.MaxValue);
            }
        }
    }

    public void BeginRow(int y)
    {
        _row = ((y - _top) * _stride) + 1;
        if (_fill.IsGradient) _color = _fill.At(y + 0.5);
    }

    public readonly void Cover(int x, ulong coverage)
    {
        for (int at = _row + (x * Channels); coverage != 0; at += Channels, coverage >>= 8)
        {
            int over = (int)(coverage & 0xFF) * _color.A;
            if (over != 0) Blend(_pixels.AsSpan(at, Channels), over);
        }
    }

    public readonly void CoverRun(int from, int to, byte coverage)
    {
        Span<byte> run = _pixels.AsSpan(_row + (from * Channels), (to - from) * Channels);
        int over = coverage * _color.A;
        for (int i = 0; i < run.Length;)
        {
            // The pixels beneath are mostly alike: blend once, then repeat while the original colour does.
            (byte r, byte g, byte b) = (run[i], run[i + 1], run[i + 2]);
            Span<byte> first = run.Slice(i, Channels);
            Blend(first, over);
            (byte newR, byte newG, byte newB) = (first[0], first[1], first[2]);
            for (i += Channels; i < run.Length && run[i] == r && run[i + 1] == g && run[i + 2] == b; i += Channels)
            {
                run[i] = newR;
                run[i + 1] = newG;
                run[i + 2] = newB;
            }
        }
    }

    private readonly void Blend(Span<byte> pixel, int over)
    {
        const int whole = 255 * 255;
        int rest = whole - over;
        pixel[0] = (byte)(((pixel[0] * rest) + (_color.R * over) + (whole / 2)) / whole);
        pixel[1] = (byte)(((pixel[1] * rest) + (_color.G * over) + (whole / 2)) / whole);
        pixel[2] = (byte)(((pixel[2] * rest) + (_color.B * over) + (whole / 2)) / whole);
    }
}
