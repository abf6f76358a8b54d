using System.IO.Compression;
using Chartcast.Drawing.Packing;
using Chartcast.Drawing.Png.Deflate;

namespace Chartcast.Drawing.Tests.Png;

public sealed class DeflateTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void PixelDeflater_IsUndoneByZlib_ForRandomRuns(int pixelBytes)
    {
        var random = new Random(77);
        var deflater = new PixelDeflater();
        for (int round = 0; round < 60; round++)
        {
            int width = 1 + random.Next(2_000), rows = 1 + random.Next(80);
            int variety = 1 + random.Next(256), longest = 1 + random.Next(700);
            using var expected = new MemoryStream();
            deflater.Begin(pixelBytes, width);
            var bytes = new byte[(width * rows) + PixelDeflater.ReadBeyond];
            for (int y = 0; y < rows; y++)
            {
                Span<byte> row = bytes.AsSpan(y * width, width);
                if (y > 0 && random.Next(3) == 0) bytes.AsSpan((y - 1) * width, width).CopyTo(row);
                for (int i = random.Next(2) * random.Next(width); i < width;)
                {
                    byte value = (byte)random.Next(variety);
                    for (int run = 1 + random.Next(longest); run > 0 && i < width; run--) row[i++] = value;
                }
            }

            // Two bands: nothing refers from the second back into the first.
            int band = width * (rows / 2);
            deflater.Add(bytes.AsSpan(0, band));
            deflater.Add(bytes.AsSpan(band, (width * rows) - band));
            expected.Write(bytes, 0, width * rows);
            deflater.End();
            Assert.Equal(expected.ToArray(), Inflate(deflater.Output));
        }
    }

    [Fact]
    public void PixelDeflater_SplitsBlocks_WhenRowsAreNoise()
    {
        var random = new Random(3);
        var deflater = new PixelDeflater();
        var bytes = new byte[300_000 + PixelDeflater.ReadBeyond];
        random.NextBytes(bytes);
        deflater.Begin(1, 30_000);
        deflater.Add(bytes.AsSpan(0, 300_000));
        deflater.End();
        Assert.Equal(bytes[..300_000], Inflate(deflater.Output));
        Assert.InRange(deflater.Output.Length, 300_000, 302_000);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 4)]
    [InlineData(1, 800)]
    [InlineData(1, 32_768)]
    [InlineData(1, 32_769)]
    [InlineData(3, 49_153)]
    public void PixelDeflater_TakesNothing_AndRepetitionsOfAnyLength(int pixelBytes, int stride)
    {
        var deflater = new PixelDeflater();
        deflater.Begin(pixelBytes, stride);
        deflater.End();
        Assert.Empty(Inflate(deflater.Output));
        for (int length = 1; length < 30_000_000; length = (length * 7) + 1)
        {
            var bytes = new byte[length + PixelDeflater.ReadBeyond];
            for (int i = 0; i < length; i++) bytes[i] = (byte)(i % stride / 200);
            deflater.Begin(pixelBytes, stride);
            deflater.Add(bytes.AsSpan(0, length));
            deflater.End();
            Assert.True(bytes.AsSpan(0, length).SequenceEqual(Inflate(deflater.Output)), $"{length} bytes");
        }
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
