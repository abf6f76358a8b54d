namespace Chartcast.Drawing.Webp;

/// <summary>Replaces the pixels of a row by how they differ from what their neighbours foretell.</summary>
/// <remarks>RFC 9649, sections 4.1 and 4.3; pixels are blue, green, red from the lowest byte, alpha left out.</remarks>
internal static class RowPredictor
{
    /// <summary>The prediction that is used everywhere: left or above, whichever fits better.</summary>
    public const int Mode = 11;

    private const uint RedBlue = 0x00FF00FF, Green = 0x0000FF00;

    /// <summary>A pixel with green taken from red and blue.</summary>
    public static uint WithoutGreen(byte r, byte g, byte b) =>
        ((uint)(byte)(r - g) << 16) | ((uint)g << 8) | (byte)(b - g);

    /// <summary>Predicts a row.</summary>
    /// <param name="row">The pixels.</param>
    /// <param name="above">The row above; empty for the first.</param>
    /// <param name="result">The differences.</param>
    public static void Apply(ReadOnlySpan<uint> row, ReadOnlySpan<uint> above, Span<uint> result)
    {
        // The first pixel is foretold as black, the first row by the pixel before, the first column by the one above.
        result[0] = Difference(row[0], above.IsEmpty ? 0 : above[0]);
        for (int x = 1; x < row.Length; x++)
        {
            uint left = row[x - 1];
            result[x] = Difference(row[x], above.IsEmpty ? left : Select(left, above[x], above[x - 1]));
        }
    }

    private static uint Select(uint left, uint top, uint topLeft)
    {
        // What is left of the guess left + top − topLeft on each side cancels out.
        int fromLeft = 0, fromTop = 0;
        for (int shift = 0; shift < 24; shift += 8)
        {
            int corner = (byte)(topLeft >> shift);
            fromLeft += Math.Abs((byte)(top >> shift) - corner);
            fromTop += Math.Abs((byte)(left >> shift) - corner);
        }

        return fromLeft < fromTop ? left : top;
    }

    private static uint Difference(uint pixel, uint foretold) =>
        (((pixel | ~RedBlue) - (foretold & RedBlue)) & RedBlue) | (((pixel & Green) - (foretold & Green)) & Green);
}
