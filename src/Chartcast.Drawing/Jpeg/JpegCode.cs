namespace Chartcast.Drawing.Jpeg;

/// <summary>A prefix code of the standard (ITU-T T.81, tables K.3–K.6).</summary>
internal sealed class JpegCode
{
    private readonly uint[] _codes = new uint[256];
    private readonly byte[] _counts;
    private readonly byte[] _symbols;

    private JpegCode(byte[] counts, byte[] symbols)
    {
        (_counts, _symbols) = (counts, symbols);
        int code = 0, next = 0;
        for (int bits = 1; bits <= counts.Length; bits++, code <<= 1)
        {
            for (int i = counts[bits - 1]; i > 0; i--)
                _codes[symbols[next++]] = ((uint)code++ << LengthBits) | (uint)bits;
        }
    }

    /// <summary>The number of bits stands in this many low bits of <see cref="Codes"/>, the code above.</summary>
    public const int LengthBits = 5;

    public static readonly JpegCode LuminanceDc = new(
        [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);

    public static readonly JpegCode ChrominanceDc = new(
        [0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);

    public static readonly JpegCode LuminanceAc = new(
        [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7D],
        Convert.FromHexString(
            "0102030004110512213141061351610722711432" + "8191A1082342B1C11552D1F02433627282090A16"
            + "1718191A25262728292A3435363738393A434445" + "464748494A535455565758595A63646566676869"
            + "6A737475767778797A838485868788898A929394" + "95969798999AA2A3A4A5A6A7A8A9AAB2B3B4B5B6"
            + "B7B8B9BAC2C3C4C5C6C7C8C9CAD2D3D4D5D6D7D8" + "D9DAE1E2E3E4E5E6E7E8E9EAF1F2F3F4F5F6F7F8F9FA"));

    public static readonly JpegCode ChrominanceAc = new(
        [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 0x77],
        Convert.FromHexString(
            "0001020311040521310612415107617113223281" + "08144291A1B1C109233352F0156272D10A162434"
            + "E125F11718191A262728292A35363738393A4344" + "45464748494A535455565758595A636465666768"
            + "696A737475767778797A82838485868788898A92" + "939495969798999AA2A3A4A5A6A7A8A9AAB2B3B4"
            + "B5B6B7B8B9BAC2C3C4C5C6C7C8C9CAD2D3D4D5D6" + "D7D8D9DAE2E3E4E5E6E7E8E9EAF2F3F4F5F6F7F8F9FA"));

    /// <summary>By symbol: the code and its number of bits.</summary>
    public ReadOnlySpan<uint> Codes => _codes;

    /// <summary>How many codes have 1, 2, … 16 bits.</summary>
    public ReadOnlySpan<byte> Counts => _counts;

    /// <summary>The symbols, shortest code first.</summary>
    public ReadOnlySpan<byte> Symbols => _symbols;
}
