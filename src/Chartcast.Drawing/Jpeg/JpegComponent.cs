using System.Numerics;
using System.Runtime.Intrinsics;

namespace Chartcast.Drawing.Jpeg;

/// <summary>Brightness or one of the two colour differences: eight rows of samples, and how they are coded.</summary>
internal sealed class JpegComponent(bool isLuminance)
{
    private const int EndOfBlock = 0x00, SixteenZeros = 0xF0;

    private readonly JpegCode _dc = isLuminance ? JpegCode.LuminanceDc : JpegCode.ChrominanceDc;
    private readonly JpegCode _ac = isLuminance ? JpegCode.LuminanceAc : JpegCode.ChrominanceAc;
    private readonly int[] _coefficients = new int[CosineTransform.Samples];
    private byte[] _steps = [];
    private short[] _samples = [];
    private int _stride;
    private int _before;

    /// <summary>A row of samples, −128 to 127, to be filled; whole blocks wide.</summary>
    public Span<short> Row(int y) => _samples.AsSpan(y * _stride, _stride);

    /// <summary>A picture starts.</summary>
    /// <param name="stride">Samples in a row, a multiple of eight.</param>
    /// <param name="steps">Quantization steps in rows.</param>
    public void Begin(int stride, byte[] steps)
    {
        (_stride, _steps, _before) = (stride, steps, 0);
        if (_samples.Length < stride * CosineTransform.Side) _samples = new short[stride * CosineTransform.Side];
    }

    /// <summary>Writes the block whose first column this is.</summary>
    public void Write(JpegBits bits, int column)
    {
        if (IsFlat(column, out int value))
        {
            // The constant part of a flat block is eight times its value.
            WriteConstant(bits, Quantize(value << (CosineTransform.FractionBits + 3), _steps[0]));
            bits.Write(_ac, EndOfBlock, 0, 0);
            return;
        }

        CosineTransform.Forward(_samples.AsSpan(column), _stride, _coefficients);
        WriteConstant(bits, Quantize(_coefficients[0], _steps[0]));
        WriteWaves(bits);
    }

    private bool IsFlat(int column, out int value)
    {
        value = _samples[column];
        Vector128<short> same = Vector128.Create((short)value);
        for (int y = 0, at = column; y < CosineTransform.Side; y++, at += _stride)
        {
            if (Vector128.Create(_samples, at) != same) return false;
        }

        return true;
    }

    private static int Quantize(int coefficient, int step)
    {
        int magnitude = Math.Abs(coefficient), half = step << (CosineTransform.FractionBits - 1);
        if (magnitude < half) return 0;
        int steps = (magnitude + half) / (2 * half);
        return coefficient < 0 ? -steps : steps;
    }

    private void WriteConstant(JpegBits bits, int value)
    {
        int difference = value - _before;
        _before = value;
        int size = SizeOf(difference);
        bits.Write(_dc, size, Remainder(difference, size), size);
    }

    private void WriteWaves(JpegBits bits)
    {
        int zeros = 0;
        ReadOnlySpan<byte> order = JpegTables.ZigZag;
        for (int i = 1; i < order.Length; i++)
        {
            int at = order[i];
            int value = Quantize(_coefficients[((at & 7) << 3) | (at >> 3)], _steps[at]);
            if (value == 0)
            {
                zeros++;
                continue;
            }

            for (; zeros >= 16; zeros -= 16) bits.Write(_ac, SixteenZeros, 0, 0);
            int size = SizeOf(value);
            bits.Write(_ac, (zeros << 4) | size, Remainder(value, size), size);
            zeros = 0;
        }

        if (zeros > 0) bits.Write(_ac, EndOfBlock, 0, 0);
    }

    private static int SizeOf(int value) => 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(value));

    /// <summary>Negative numbers are sent less one, cut to their size (T.81, section F.1.2.1).</summary>
    private static uint Remainder(int value, int size) =>
        (uint)(value < 0 ? value - 1 : value) & ((1u << size) - 1);
}
