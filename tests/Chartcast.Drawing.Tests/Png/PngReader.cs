using System.Buffers.Binary;
using System.IO.Compression;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Raster;

namespace Chartcast.Drawing.Tests.Png;

/// <summary>A PNG decoder of its own, on the base library's zlib: 8 bits a channel, not interlaced.</summary>
internal static class PngReader
{
    public static Pixmap Read(ReadOnlySpan<byte> file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8].ToArray());
        int width = 0, height = 0, channels = 0;
        Rgba[] palette = [];
        using var data = new MemoryStream();
        for (int at = 8; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            ReadOnlySpan<byte> type = file.Slice(at + 4, 4), body = file.Slice(at + 8, length);
            Assert.Equal(SlowCrc(file.Slice(at + 4, 4 + length)),
                BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + length)..]));
            if (type.SequenceEqual("IHDR"u8))
            {
                width = BinaryPrimitives.ReadInt32BigEndian(body);
                height = BinaryPrimitives.ReadInt32BigEndian(body[4..]);
                Assert.Equal(8, body[8]);
                Assert.Equal(0, body[12]);
                channels =
                    body[9] switch { 2 => 3, 3 => 1, 6 => 4, _ => throw new NotSupportedException("colour type") };
            }
            else if (type.SequenceEqual("PLTE"u8))
            {
                palette = new Rgba[length / 3];
                for (int i = 0; i < palette.Length; i++)
                    palette[i] = new Rgba(body[3 * i], body[(3 * i) + 1], body[(3 * i) + 2]);
            }
            else if (type.SequenceEqual("IDAT"u8))
            {
                data.Write(body);
            }

            at += 12 + length;
        }

        data.Position = 0;
        byte[] pixels = Unfilter(data, width * channels, height, channels);
        if (channels == 4) pixels = [.. pixels.Where((_, i) => i % 4 != 3)];
        return new Pixmap(width, height, pixels, palette);
    }

    private static byte[] Unfilter(Stream data, int rowBytes, int height, int channels)
    {
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        var pixels = new byte[rowBytes * height];
        var above = new byte[rowBytes];
        for (int y = 0; y < height; y++)
        {
            int filter = zlib.ReadByte();
            Span<byte> row = pixels.AsSpan(y * rowBytes, rowBytes);
            zlib.ReadExactly(row);
            for (int i = 0; i < rowBytes; i++)
            {
                int left = i >= channels ? row[i - channels] : 0, corner = i >= channels ? above[i - channels] : 0;
                row[i] += (byte)(filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above[i],
                    3 => (left + above[i]) / 2,
                    4 => Paeth(left, above[i], corner),
                    _ => throw new InvalidDataException($"filter {filter}"),
                });
            }

            row.CopyTo(above);
        }

        Assert.Equal(-1, zlib.ReadByte());
        return pixels;
    }

    private static int Paeth(int left, int above, int corner)
    {
        int estimate = left + above - corner;
        int a = Math.Abs(estimate - left), b = Math.Abs(estimate - above), c = Math.Abs(estimate - corner);
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }

    private static uint SlowCrc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
