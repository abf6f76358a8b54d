using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Png.Deflate;
using Chartcast.Drawing.Raster;

namespace Chartcast.Drawing.Png;

/// <summary>Packs painted rows into a PNG file.</summary>
/// <remarks>
/// PNG (W3C Recommendation, third edition). Every row takes filter 2, "up": charts are made of vertical and empty
/// parts, which
/// become runs of zeros.
/// </remarks>
internal sealed class PngSink : IBandSink
{
    private const byte UpFilter = 2;
    private const byte TrueColorType = 2;
    private const byte PaletteType = 3;
    private const int HeaderLength = 13;

    private readonly RunDeflater _deflater = new();
    private byte[] _above = [];
    private byte[] _filtered = [];
    private byte[] _palette = [];
    private IndexedPalette? _colors;
    private int _widthPx, _heightPx, _rowBytes;
    private byte _colorType;

    /// <summary>A picture of this size follows.</summary>
    public void Start(int widthPx, int heightPx)
    {
        _widthPx = widthPx;
        _heightPx = heightPx;
    }

    public void Begin(IndexedPalette? palette)
    {
        _colors = palette;
        int bytesPerPixel = palette is null ? 3 : 1;
        _colorType = bytesPerPixel == 1 ? PaletteType : TrueColorType;
        _rowBytes = (_widthPx * bytesPerPixel) + 1;
        if (_above.Length < _rowBytes)
        {
            _above = new byte[_rowBytes];
            _filtered = new byte[_rowBytes + RunDeflater.ReadBeyond];
        }

        _above.AsSpan(0, _rowBytes).Clear();
        _deflater.Begin(bytesPerPixel);
    }

    public void Add(Span<byte> rows)
    {
        ReadOnlySpan<byte> above = _above.AsSpan(0, _rowBytes);
        for (int at = 0; at < rows.Length; at += _rowBytes)
        {
            ReadOnlySpan<byte> row = rows.Slice(at, _rowBytes);
            Subtract(row, above, _filtered);
            _filtered[0] = UpFilter;
            _deflater.AddRow(_filtered.AsSpan(0, _rowBytes));
            above = row;
        }

        above.CopyTo(_above);
    }

    public void End()
    {
        _deflater.End();
        _palette = _colors is null ? [] : new byte[_colors.Count * 3];
        for (int i = 0; i < _palette.Length; i += 3)
        {
            Rgba color = _colors![i / 3];
            (_palette[i], _palette[i + 1], _palette[i + 2]) = (color.R, color.G, color.B);
        }
    }

    /// <summary>The finished file.</summary>
    public byte[] TakeFile()
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, _widthPx);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], _heightPx);
        header[8] = 8;
        header[9] = _colorType;
        header[10..].Clear();
        ReadOnlySpan<byte> data = _deflater.Output;
        int length = PngChunk.SignatureLength + (3 * PngChunk.Overhead) + HeaderLength + data.Length;
        if (_palette.Length > 0) length += PngChunk.Overhead + _palette.Length;
        var file = GC.AllocateUninitializedArray<byte>(length);
        Span<byte> rest = PngChunk.WriteSignature(file);
        rest = PngChunk.Write(rest, "IHDR"u8, header);
        if (_palette.Length > 0) rest = PngChunk.Write(rest, "PLTE"u8, _palette);
        rest = PngChunk.Write(rest, "IDAT"u8, data);
        PngChunk.Write(rest, "IEND"u8, []);
        return file;
    }

    private static void Subtract(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> result)
    {
        ref byte a = ref MemoryMarshal.GetReference(row), b = ref MemoryMarshal.GetReference(above);
        ref byte to = ref MemoryMarshal.GetReference(result);
        int i = 0;
        for (; i <= row.Length - Vector<byte>.Count; i += Vector<byte>.Count)
            (Vector.LoadUnsafe(ref a, (nuint)i) - Vector.LoadUnsafe(ref b, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        for (; i < row.Length; i++) result[i] = (byte)(row[i] - above[i]);
    }
}
