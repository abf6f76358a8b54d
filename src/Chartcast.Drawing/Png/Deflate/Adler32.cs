using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Chartcast.Drawing.Png.Deflate;

/// <summary>The checksum of zlib streams (RFC 1950, section 8.2).</summary>
internal struct Adler32
{
    private const uint Modulus = 65_521;

    // The most bytes whose sums fit 32 bits, rounded down to whole vectors.
    private const int MaxBlock = 5_536;

    private uint _a = 1, _b;

    public Adler32()
    {
    }

    public readonly uint Value => (_b << 16) | _a;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            ReadOnlySpan<byte> block = bytes[..Math.Min(bytes.Length, MaxBlock)];
            bytes = bytes[block.Length..];
            if (Avx2.IsSupported) block = AddVectors(block);
            foreach (byte value in block)
            {
                _a += value;
                _b += _a;
            }

            _a %= Modulus;
            _b %= Modulus;
        }
    }

    /// <summary>
    /// Adds as many bytes as fill vectors; gives the rest. Within a vector byte i counts 32 − i times in b.
    /// </summary>
    private ReadOnlySpan<byte> AddVectors(ReadOnlySpan<byte> block)
    {
        Vector256<sbyte> weights = Vector256.Create(
            32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5,
                4, 3, 2, 1);
        int vectors = block.Length / Vector256<byte>.Count;
        Vector256<uint> sum = Vector256<uint>.Zero, before = Vector256<uint>.Zero;
        Vector256<int> weighted = Vector256<int>.Zero;
        ref byte start = ref MemoryMarshal.GetReference(block);
        for (int i = 0; i < vectors; i++)
        {
            Vector256<byte> values = Vector256.LoadUnsafe(ref start, (nuint)(i * Vector256<byte>.Count));
            before += sum;
            sum += Avx2.SumAbsoluteDifferences(values, Vector256<byte>.Zero).AsUInt32();
            weighted += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(values, weights), Vector256<short>.One);
        }

        _b += (_a * (uint)(vectors * Vector256<byte>.Count)) + (Vector256.Sum(before) * (uint)Vector256<byte>.Count)
            + (uint)Vector256.Sum(weighted);
        _a += Vector256.Sum(sum);
        return block[(vectors * Vector256<byte>.Count)..];
    }
}
