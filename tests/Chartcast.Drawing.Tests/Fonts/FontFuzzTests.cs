using System.Buffers.Binary;
using System.Diagnostics;
using Chartcast.Drawing.Fonts;

namespace Chartcast.Drawing.Tests.Fonts;

/// <summary>Damaged and hostile fonts are refused, or read in bounded time and memory.</summary>
public sealed class FontFuzzTests
{
    private const int GlyphsRead = 700;
    private const long MemoryLimit = 256 << 20;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(5);
    private static readonly byte[] Regular = BuiltInFonts.ReadFile("Roboto-Regular.ttf");
    private static readonly uint[] Extremes = [0, 1, 0x7FFF, 0x8000, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF];

    [Fact]
    public void Read_RefusesOrReads_WhenBytesAreChanged() => Fuzz(1_500, 100_000, Changed);

    [Fact]
    public void Read_RefusesOrReads_WhenNumbersAreExtreme() => Fuzz(1_000, 60_000, Extreme);

    [Fact]
    public void Read_RefusesOrReads_WhenTablesAreMovedAndCut() => Fuzz(1_000, 60_000, Moved);

    [Fact]
    public void Read_RefusesWhatIsNoFont()
    {
        var random = new Random(8);
        for (int length = 0; length < 300; length++)
        {
            var noise = new byte[length];
            random.NextBytes(noise);
            Assert.Throws<FontFormatException>(() => FontFile.Read(noise));
        }
    }

    private static void Fuzz(int usual, int many, Func<Random, byte[]> make)
    {
        var random = new Random(20_26);
        int rounds = Rounds.Of(usual, many), refused = 0;
        for (int round = 0; round < rounds; round++)
        {
            byte[] font = make(random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            if (!TryUse(font)) refused++;
            Assert.True(watch.Elapsed < TimeLimit, $"round {round} took {watch.Elapsed}");
            long taken = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(taken < MemoryLimit, $"round {round} took {taken} bytes");
        }

        Assert.InRange(refused, 1, rounds - 1);
    }

    /// <summary>Reads everything of a font.</summary>
    /// <returns>False when it was refused.</returns>
    private static bool TryUse(byte[] bytes)
    {
        try
        {
            FontFile font = FontFile.Read(bytes);
            for (int glyph = 0; glyph < Math.Min(font.GlyphCount, GlyphsRead); glyph++)
            {
                font.Outline(glyph);
                font.Advance(glyph);
            }

            for (int code = 0; code < 0x3000; code += 7) Assert.InRange(font.Glyph(code), 0, font.GlyphCount - 1);
            return true;
        }
        catch (FontFormatException)
        {
            return false;
        }
    }

    private static byte[] Changed(Random random)
    {
        byte[] bytes = [.. Regular];
        int changes = 1 + random.Next(24);
        // The directory and the first table bytes matter most, so half of the changes go there.
        for (int i = 0; i < changes; i++)
            bytes[random.Next(2) == 0 ? random.Next(400) : random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(8) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    /// <summary>Puts a number that is likely to overflow near the beginning of a table.</summary>
    private static byte[] Extreme(Random random)
    {
        byte[] bytes = [.. Regular];
        for (int i = 1 + random.Next(3); i > 0; i--)
        {
            int table = TableAt(bytes, random);
            int at = Math.Min(table + 2 * random.Next(40), bytes.Length - 4);
            uint value = Extremes[random.Next(Extremes.Length)];
            if (random.Next(2) == 0) BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), (ushort)value);
            else BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), value);
        }

        return bytes;
    }

    /// <summary>Lets a table begin or end elsewhere, or stand for another.</summary>
    private static byte[] Moved(Random random)
    {
        byte[] bytes = [.. Regular];
        int count = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(4));
        Span<byte> record = bytes.AsSpan(12 + 16 * random.Next(count), 16);
        switch (random.Next(3))
        {
            case 0: BinaryPrimitives.WriteInt32BigEndian(record[8..], random.Next(bytes.Length + 100)); break;
            case 1: BinaryPrimitives.WriteInt32BigEndian(record[12..], random.Next(bytes.Length + 100)); break;
            default: bytes.AsSpan(12 + 16 * random.Next(count) + 8, 8).CopyTo(record[8..]); break;
        }

        return bytes;
    }

    private static int TableAt(byte[] bytes, Random random)
    {
        int count = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(4));
        return BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(12 + 16 * random.Next(count) + 8));
    }
}
