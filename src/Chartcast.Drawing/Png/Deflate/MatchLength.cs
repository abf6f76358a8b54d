namespace Chartcast.Drawing.Png.Deflate;

/// <summary>How the length of a repetition is written: a symbol and extra bits (RFC 1951, section 3.2.5).</summary>
internal static class MatchLength
{
    private const int FirstSymbol = 257;
    private const int Longest = 258;

    private static readonly ushort[] Bases =
    [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
            258,
    ];

    private static readonly byte[] ExtraBitCounts =
    [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ];

    private static readonly ushort[] Symbols = CreateSymbols();

    /// <summary>The symbol of a length of 3–258.</summary>
    public static int Symbol(int length) => Symbols[length];

    /// <summary>How many extra bits follow a symbol.</summary>
    public static int ExtraBits(int symbol) => ExtraBitCounts[symbol - FirstSymbol];

    /// <summary>The extra bits of a length.</summary>
    public static int Extra(int length, int symbol) => length - Bases[symbol - FirstSymbol];

    private static ushort[] CreateSymbols()
    {
        var symbols = new ushort[Longest + 1];
        int index = 0;
        for (int length = Bases[0]; length <= Longest; length++)
        {
            while (index + 1 < Bases.Length && Bases[index + 1] <= length) index++;
            symbols[length] = (ushort)(FirstSymbol + index);
        }

        return symbols;
    }
}
