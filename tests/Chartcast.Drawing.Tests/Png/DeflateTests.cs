using System.IO.Compression;
using Chartcast.Drawing.Packing;
using Chartcast.Drawing.Png.Deflate;

namespace Chartcast.Drawing.Tests.Png;

public sealed class DeflateTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void RunDeflater_IsUndoneByZlib_ForRandomRuns(int distance)
    {
        var random = new Random(77);
        var deflater = new RunDeflater();
        for (int round = 0; round < 60; round++)
        {
            int width = 1 + random.Next(2_000), rows = 1 + random.Next(80);
            int variety = 1 + random.Next(256), longest = 1 + random.Next(700);
            using var expected = new MemoryStream();
            deflater.Begin(distance);
            var row = new byte[width + RunDeflater.ReadBeyond];
            for (int y = 0; y < rows; y++)
            {
                for (int i = 0; i < width;)
                {
                    byte value = (byte)random.Next(variety);
                    for (int run = 1 + random.Next(longest); run > 0 && i < width; run--) row[i++] = value;
                }

                deflater.AddRow(row.AsSpan(0, width));
                expected.Write(row, 0, width);
            }

            deflater.End();
            Assert.Equal(expected.ToArray(), Inflate(deflater.Output));
        }
    }

    [Fact]
    public void RunDeflater_SplitsBlocks_WhenRowsAreNoise()
    {
        var random = new Random(3);
        var deflater = new RunDeflater();
        var bytes = new byte[300_000 + RunDeflater.ReadBeyond];
        random.NextBytes(bytes);
        deflater.Begin(1);
        for (int at = 0; at < 300_000; at += 30_000) deflater.AddRow(bytes.AsSpan(at, 30_000));
        deflater.End();
        Assert.Equal(bytes[..300_000], Inflate(deflater.Output));
        Assert.InRange(deflater.Output.Length, 300_000, 302_000);
    }

    [Fact]
    public void HuffmanCode_StaysWithinItsLength_WhenFrequenciesGrowLikeFibonacci()
    {
        var frequencies = new int[40];
        (int a, int b) = (1, 1);
        for (int i = 0; i < frequencies.Length; i++)
        {
            frequencies[i] = a;
            (a, b) = (b, Math.Min(a + b, 30_000_000));
        }

        var code = new HuffmanCode(40, 15);
        code.Build(frequencies);
        Assert.All(code.Lengths.ToArray(), length => Assert.InRange(length, 1, 15));
        Assert.Equal(1.0, code.Lengths.ToArray().Sum(length => Math.Pow(2, -length)), 1e-12);
    }

    private static byte[] Inflate(ReadOnlySpan<byte> stream)
    {
        using var input = new ZLibStream(new MemoryStream(stream.ToArray()), CompressionMode.Decompress);
        using var output = new MemoryStream();
        input.CopyTo(output);
        return output.ToArray();
    }
}
