namespace Chartcast.Drawing.Fonts.Tables;

/// <summary>A part of a composite glyph: another glyph, scaled and moved.</summary>
/// <remarks>OpenType 1.9.1, "glyf", composite glyph description. Parts placed by matching points are refused.</remarks>
internal readonly struct GlyphComponent
{
    private const ushort ArgumentsAreWords = 0x0001;
    private const ushort ArgumentsAreOffsets = 0x0002;
    private const ushort HasScale = 0x0008;
    private const ushort MoreComponents = 0x0020;
    private const ushort HasTwoScales = 0x0040;
    private const ushort HasMatrix = 0x0080;
    private const float FixedOne = 16_384;

    private readonly float _xx = 1, _xy, _yx, _yy = 1, _dx, _dy;

    private GlyphComponent(TableBytes bytes, ref int offset)
    {
        ushort flags = bytes.UInt16(offset);
        Glyph = bytes.UInt16(offset + 2);
        HasMore = (flags & MoreComponents) != 0;
        offset += 4;
        if ((flags & ArgumentsAreOffsets) == 0) throw bytes.Fault("a part is placed by matching points");
        bool areWords = (flags & ArgumentsAreWords) != 0;
        _dx = areWords ? bytes.Int16(offset) : (sbyte)bytes.Byte(offset);
        _dy = areWords ? bytes.Int16(offset + 2) : (sbyte)bytes.Byte(offset + 1);
        offset += areWords ? 4 : 2;
        if ((flags & HasScale) != 0)
        {
            _xx = _yy = Fixed(bytes, ref offset);
        }
        else if ((flags & HasTwoScales) != 0)
        {
            _xx = Fixed(bytes, ref offset);
            _yy = Fixed(bytes, ref offset);
        }
        else if ((flags & HasMatrix) != 0)
        {
            _xx = Fixed(bytes, ref offset);
            _xy = Fixed(bytes, ref offset);
            _yx = Fixed(bytes, ref offset);
            _yy = Fixed(bytes, ref offset);
        }
    }

    public int Glyph { get; }

    public bool HasMore { get; }

    public static GlyphComponent Read(TableBytes bytes, ref int offset) => new(bytes, ref offset);

    public OutlinePoint Apply(OutlinePoint point) => point with
    {
        X = (point.X * _xx) + (point.Y * _yx) + _dx,
        Y = (point.X * _xy) + (point.Y * _yy) + _dy,
    };

    private static float Fixed(TableBytes bytes, ref int offset)
    {
        float value = bytes.Int16(offset) / FixedOne;
        offset += 2;
        return value;
    }
}
