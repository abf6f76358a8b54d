using System.Buffers.Binary;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Png.Deflate;
using Chartcast.Drawing.Raster;

namespace Chartcast.Drawing.Png;

/// <summary>Packs painted rows into a PNG file.</summary>
/// <remarks>
/// PNG (W3C Recommendation, third edition). Every row takes filter 0, "none": palette indices have no order that a
/// difference could follow, and the deflater looks at the row above itself.
/// </remarks>
internal sealed class PngSink : IBandSink
{
    private const byte TrueColorType = 2;
    private const byte PaletteType = 3;
    private const int HeaderLength = 13;

    private readonly PixelDeflater _deflater = new();
    private readonly byte[] _palette = new byte[3 * IndexedPalette.Capacity];
    private int _paletteBytes;
    private IndexedPalette? _colors;
    private int _widthPx, _heightPx;
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
        _deflater.Begin(bytesPerPixel, (_widthPx * bytesPerPixel) + 1);
    }

    public void Add(Span<byte> rows) => _deflater.Add(rows);

    public void End()
    {
        _deflater.End();
        _paletteBytes = (_colors?.Count ?? 0) * 3;
        for (int i = 0; i < _paletteBytes; i += 3)
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
        if (_paletteBytes > 0) length += PngChunk.Overhead + _paletteBytes;
        var file = GC.AllocateUninitializedArray<byte>(length);
        Span<byte> rest = PngChunk.WriteSignature(file);
        rest = PngChunk.Write(rest, "IHDR"u8, header);
        if (_paletteBytes > 0) rest = PngChunk.Write(rest, "PLTE"u8, _palette.AsSpan(0, _paletteBytes));
        rest = PngChunk.Write(rest, "IDAT"u8, data);
        PngChunk.Write(rest, "IEND"u8, []);
        return file;
    }
}
