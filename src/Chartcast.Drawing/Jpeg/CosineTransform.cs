using System.Runtime.Intrinsics;

namespace Chartcast.Drawing.Jpeg;

/// <summary>The discrete cosine transform of 8 × 8 samples (ITU-T T.81, section A.3.3), in whole numbers.</summary>
/// <remarks>A matrix product, once for the columns and once for the rows, eight sums at a time.</remarks>
internal static class CosineTransform
{
    public const int Side = 8;
    public const int Samples = Side * Side;

    /// <summary>Coefficients have this many binary places.</summary>
    public const int FractionBits = MatrixBits + KeptBits;

    private const int MatrixBits = 13;

    // What the first product keeps, so that sums of the second fit 32 bits.
    private const int KeptBits = 4;

    private static readonly int[] Matrix = CreateMatrix();

    /// <summary>Transforms samples; the result is transposed.</summary>
    /// <param name="samples">Eight rows of eight, −128 to 127.</param>
    /// <param name="stride">Samples from one row to the next.</param>
    /// <param name="coefficients">64, by horizontal, then vertical frequency.</param>
    public static void Forward(ReadOnlySpan<short> samples, int stride, Span<int> coefficients)
    {
        Span<int> half = stackalloc int[Samples];
        Span<int> wide = stackalloc int[Samples];
        for (int y = 0; y < Side; y++)
        {
            Vector128<short> row = Vector128.Create(samples.Slice(y * stride, Side));
            Vector256.WidenLower(row.ToVector256()).CopyTo(wide[(y * Side)..]);
        }

        for (int v = 0; v < Side; v++)
        {
            Vector256<int> sum = Product(v, wide) + Vector256.Create(1 << (MatrixBits - KeptBits - 1));
            Vector256<int> kept = Vector256.ShiftRightArithmetic(sum, MatrixBits - KeptBits);
            for (int x = 0; x < Side; x++) half[(x * Side) + v] = kept.GetElement(x);
        }

        for (int u = 0; u < Side; u++) Product(u, half).CopyTo(coefficients[(u * Side)..]);
    }

    private static Vector256<int> Product(int row, ReadOnlySpan<int> columns)
    {
        ReadOnlySpan<int> factors = Matrix.AsSpan(row * Side, Side);
        Vector256<int> sum = Vector256<int>.Zero;
        for (int k = 0; k < Side; k++)
            sum += Vector256.Create(factors[k]) * Vector256.Create(columns.Slice(k * Side, Side));
        return sum;
    }

    // cos(i·π/16)/2 in 13 binary places for i = 0 … 8, written out so that no library's cosine matters; the first row
    // is 1/√8.
    private static int[] CreateMatrix()
    {
        ReadOnlySpan<int> cosines = [4096, 4017, 3784, 3406, 2896, 2276, 1567, 799, 0];
        var matrix = new int[Samples];
        for (int u = 0; u < Side; u++)
        {
            for (int x = 0; x < Side; x++)
            {
                // The angle in sixteenths of π, folded into the first quarter turn.
                int angle = ((2 * x) + 1) * u % 32;
                if (angle > 16) angle = 32 - angle;
                matrix[(u * Side) + x] = u == 0 ? 2896 : angle <= 8 ? cosines[angle] : -cosines[16 - angle];
            }
        }

        return matrix;
    }
}
