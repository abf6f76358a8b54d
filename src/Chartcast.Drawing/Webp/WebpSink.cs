using System.Buffers.Binary;
using Chartcast.Drawing.Packing;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Raster;

namespace Chartcast.Drawing.Webp;

/// <summary>Packs painted rows into a lossless WebP file (RFC 9649).</summary>
internal sealed class WebpSink : IBandSink
{
    private const int HeadBytes = 20;
    private const int Signature = 0x2F;
    private const int SideBits = 14;

    // Transforms are announced by a 1 and their number.
    private const uint SubtractGreenTransform = 0b101, ColorIndexingTransform = 0b111;
    private const int TransformBits = 3;

    // Fewer colours would have to be packed several to a byte.
    private const int LeastColors = 17;

    private readonly PixelTokens _tokens = new();
    private readonly PixelCodes _codes = new();
    private readonly BitBuffer _bits = new();
    private byte[] _aboveIndices = [];
    private uint[] _above = [], _row = [];
    private IndexedPalette? _palette;
    private int _widthPx, _heightPx;
    private bool _isFirst;

    /// <summary>A picture of this size follows.</summary>
    public void Start(int widthPx, int heightPx) => (_widthPx, _heightPx) = (widthPx, heightPx);

    public void Begin(IndexedPalette? palette)
    {
        _palette = palette;
        _isFirst = true;
        _tokens.Clear();
        if (palette is not null && _aboveIndices.Length < _widthPx) _aboveIndices = new byte[_widthPx];
        if (palette is not null || _row.Length >= _widthPx) return;
        (_row, _above) = (new uint[_widthPx], new uint[_widthPx]);
    }

    public void Add(Span<byte> rows)
    {
        if (_palette is null) AddTrueColor(rows);
        else AddIndexed(rows);
    }

    public void End()
    {
        _bits.Clear();
        _bits.Reserve(128);
        _bits.Write(Signature, 8);
        _bits.Write((ulong)(_widthPx - 1), SideBits);
        _bits.Write((ulong)(_heightPx - 1), SideBits);
        // No alpha, version 0.
        _bits.Write(0, 4);
        if (_palette is null) _bits.Write(SubtractGreenTransform, TransformBits);
        else WritePalette(_palette);
        // No more transforms, no cache of colours, one set of codes for the whole picture.
        _bits.Write(0, 3);
        _codes.Write(_bits, _tokens.All);
        _bits.Align();
    }

    /// <summary>The finished file: a RIFF container with one chunk (section 2.6).</summary>
    public byte[] TakeFile()
    {
        ReadOnlySpan<byte> data = _bits.Bytes;
        int padded = (data.Length + 1) & ~1;
        var file = new byte[HeadBytes + padded];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WEBPVP8L"u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), data.Length);
        data.CopyTo(file.AsSpan(HeadBytes));
        return file;
    }

    private void AddIndexed(ReadOnlySpan<byte> rows)
    {
        ReadOnlySpan<byte> above = _isFirst ? [] : _aboveIndices.AsSpan(0, _widthPx);
        for (; !rows.IsEmpty; rows = rows[(_widthPx + 1)..])
        {
            ReadOnlySpan<byte> row = rows.Slice(1, _widthPx);
            _tokens.AddRow(row, above);
            above = row;
        }

        above.CopyTo(_aboveIndices);
        _isFirst = false;
    }

    private void AddTrueColor(ReadOnlySpan<byte> rows)
    {
        int stride = (3 * _widthPx) + 1;
        for (; !rows.IsEmpty; rows = rows[stride..])
        {
            Span<uint> row = _row.AsSpan(0, _widthPx);
            for (int x = 0, at = 1; x < row.Length; x++, at += 3)
                row[x] = WithoutGreen(rows[at], rows[at + 1], rows[at + 2]);
            _tokens.AddRow<uint>(row, _isFirst ? [] : _above.AsSpan(0, _widthPx));
            (_row, _above) = (_above, _row);
            _isFirst = false;
        }
    }

    /// <summary>Green is taken from red and blue, which makes greys cheap (section 4.3).</summary>
    private static uint WithoutGreen(byte r, byte g, byte b) =>
        ((uint)(byte)(r - g) << 16) | ((uint)g << 8) | (byte)(b - g);

    private void WritePalette(IndexedPalette palette)
    {
        // Each colour as its difference from the one before (section 4.4).
        Span<uint> table = stackalloc uint[Math.Max(palette.Count, LeastColors)];
        table.Clear();
        Rgba before = default;
        for (int i = 0; i < palette.Count; i++)
        {
            Rgba color = palette[i];
            table[i] = ((uint)(byte)(color.R - before.R) << 16) | ((uint)(byte)(color.G - before.G) << 8)
                | (byte)(color.B - before.B);
            before = color;
        }

        _bits.Write(ColorIndexingTransform | ((ulong)(table.Length - 1) << TransformBits), TransformBits + 8);
        // The table's own image: no cache of colours; the first colour is opaque, the others differ from it by nothing.
        _bits.Write(0, 1);
        _codes.Write(_bits, table, areDifferences: true);
    }
}
