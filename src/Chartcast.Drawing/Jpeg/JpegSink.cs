using Chartcast.Drawing.Packing;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Raster;

namespace Chartcast.Drawing.Jpeg;

/// <summary>Packs painted rows into a JPEG file, eight rows at a time.</summary>
internal sealed class JpegSink : IBandSink
{
    private const int Side = CosineTransform.Side;
    private const int PaletteSize = 256;

    private readonly ByteBuffer _file = new();
    private readonly JpegBits _bits;
    private readonly JpegComponent[] _components = [new(isLuminance: true), new(false), new(false)];
    private readonly YccColor[] _converted = new YccColor[PaletteSize];
    private IndexedPalette? _palette;
    private byte[] _luminanceSteps = [], _chrominanceSteps = [];
    private int _widthPx, _heightPx, _stride, _row, _known;

    public JpegSink() => _bits = new JpegBits(_file);

    /// <summary>A picture of this size follows.</summary>
    public void Start(int widthPx, int heightPx, int quality)
    {
        (_widthPx, _heightPx) = (widthPx, heightPx);
        _stride = (widthPx + Side - 1) & -Side;
        _luminanceSteps = JpegTables.Steps(isLuminance: true, quality);
        _chrominanceSteps = JpegTables.Steps(isLuminance: false, quality);
    }

    public void Begin(IndexedPalette? palette)
    {
        (_palette, _row, _known) = (palette, 0, 0);
        _file.Clear();
        _bits.Clear();
        JpegHeader.Write(_file, _widthPx, _heightPx, _luminanceSteps, _chrominanceSteps);
        _components[0].Begin(_stride, _luminanceSteps);
        _components[1].Begin(_stride, _chrominanceSteps);
        _components[2].Begin(_stride, _chrominanceSteps);
    }

    public void Add(Span<byte> rows)
    {
        for (; _known < _palette?.Count; _known++) _converted[_known] = YccColor.Of(_palette[_known]);
        int rowBytes = 1 + (_widthPx * (_palette is null ? 3 : 1));
        for (; !rows.IsEmpty; rows = rows[rowBytes..])
        {
            ReadOnlySpan<byte> row = rows[1..rowBytes];
            if (_palette is null) AddTrueColor(row);
            else AddIndexed(row);
            FillMargin(_row++);
            if (_row == Side) WriteBlocks();
        }
    }

    public void End()
    {
        if (_row > 0)
        {
            // The last blocks are filled with the last row, which takes the fewest bits.
            foreach (JpegComponent component in _components)
            {
                for (int y = _row; y < Side; y++) component.Row(_row - 1).CopyTo(component.Row(y));
            }

            WriteBlocks();
        }

        _bits.Align();
        JpegHeader.WriteEnd(_file);
    }

    /// <summary>The finished file.</summary>
    public byte[] TakeFile() => _file.Bytes.ToArray();

    private void AddIndexed(ReadOnlySpan<byte> row)
    {
        Span<short> y = _components[0].Row(_row), cb = _components[1].Row(_row), cr = _components[2].Row(_row);
        for (int i = 0; i < row.Length; i++) (y[i], cb[i], cr[i]) = _converted[row[i]];
    }

    private void AddTrueColor(ReadOnlySpan<byte> row)
    {
        Span<short> y = _components[0].Row(_row), cb = _components[1].Row(_row), cr = _components[2].Row(_row);
        for (int i = 0; i < _widthPx; i++)
            (y[i], cb[i], cr[i]) = YccColor.Of(new Rgba(row[3 * i], row[(3 * i) + 1], row[(3 * i) + 2]));
    }

    private void FillMargin(int row)
    {
        foreach (JpegComponent component in _components)
        {
            Span<short> samples = component.Row(row);
            samples[_widthPx..].Fill(samples[_widthPx - 1]);
        }
    }

    private void WriteBlocks()
    {
        _row = 0;
        for (int column = 0; column < _stride; column += Side)
        {
            foreach (JpegComponent component in _components) component.Write(_bits, column);
        }
    }

    /// <summary>A colour as JFIF has it, each part less 128 (ITU-T T.871, section 7), in 16 binary places.</summary>
    private readonly record struct YccColor(short Y, short Cb, short Cr)
    {
        private const int Half = 1 << 15;

        public static YccColor Of(Rgba color)
        {
            int r = color.R, g = color.G, b = color.B;
            return new YccColor(
                (short)((((19_595 * r) + (38_470 * g) + (7_471 * b) + Half) >> 16) - 128),
                (short)(((-11_056 * r) - (21_712 * g) + (32_768 * b) + Half - 1) >> 16),
                (short)(((32_768 * r) - (27_440 * g) - (5_328 * b) + Half - 1) >> 16));
        }
    }
}
