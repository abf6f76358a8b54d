using Chartcast.Drawing.Painting;

namespace Chartcast.Drawing.Raster;

/// <summary>Gathers the rows of a picture in a <see cref="Pixmap"/>.</summary>
internal sealed class PixmapSink(int widthPx, int heightPx) : IBandSink
{
    private byte[] _pixels = [];
    private Rgba[] _palette = [];
    private IndexedPalette? _indexed;
    private int _rowBytes;
    private int _filled;

    public void Begin(IndexedPalette? palette)
    {
        _indexed = palette;
        _rowBytes = widthPx * (palette is null ? 3 : 1);
        _pixels = new byte[_rowBytes * heightPx];
        _filled = 0;
    }

    public void Add(Span<byte> rows)
    {
        for (; !rows.IsEmpty; rows = rows[(_rowBytes + 1)..], _filled += _rowBytes)
            rows.Slice(1, _rowBytes).CopyTo(_pixels.AsSpan(_filled));
    }

    public void End()
    {
        if (_indexed is null) return;
        _palette = new Rgba[_indexed.Count];
        for (int i = 0; i < _palette.Length; i++) _palette[i] = _indexed[i];
    }

    public Pixmap Finish() => new(widthPx, heightPx, _pixels, _palette);
}
