using System.Buffers.Binary;
using System.IO.Compression;

namespace Chartcast.Charting.Tests.Golden;

/// <summary>Reads and writes PNG files, independently of the code under test.</summary>
/// <remarks>W3C Portable Network Graphics specification, third edition; no interlacing, 8 bits or fewer a
/// sample.</remarks>
internal static class PngFile
{
    private const int Palette = 3;

    public static Picture Read(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file.AsSpan(0, 8).ToArray());
        int width = 0, height = 0, depth = 0, kind = 0;
        byte[] palette = [];
        using var data = new MemoryStream();
        for (int at = 8; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            string type = System.Text.Encoding.ASCII.GetString(file, at + 4, 4);
            ReadOnlySpan<byte> body = file.AsSpan(at + 8, length);
            if (type == "IHDR")
            {
                width = BinaryPrimitives.ReadInt32BigEndian(body);
                height = BinaryPrimitives.ReadInt32BigEndian(body[4..]);
                (depth, kind) = (body[8], body[9]);
                Assert.Equal(0, body[12]);
            }
            else if (type == "PLTE")
            {
                palette = body.ToArray();
            }
            else if (type == "IDAT")
            {
                data.Write(body);
            }

            at += 12 + length;
        }

        data.Position = 0;
        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionMode.Decompress)) zlib.CopyTo(inflated);
        int channels = kind switch { 0 or Palette => 1, 2 => 3, 4 => 2, _ => 4 };
        int stride = (width * channels * depth + 7) / 8;
        byte[] samples = Unfilter(inflated.ToArray(), height, stride, Math.Max(1, channels * depth / 8));
        return new Picture(width, height, Expand(samples, (width, height), (depth, kind, channels), palette));
    }

    /// <summary>Writes opaque pixels without filters.</summary>
    public static void Write(string path, Picture picture)
    {
        using var raw = new MemoryStream();
        using (var zlib = new ZLibStream(raw, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int y = 0; y < picture.Height; y++)
            {
                zlib.WriteByte(0);
                for (int x = 0; x < picture.Width; x++)
                {
                    (byte r, byte g, byte b) = picture[x, y];
                    zlib.Write([r, g, b]);
                }
            }
        }

        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        (header[8], header[9]) = (8, 2);
        using FileStream file = File.Create(path);
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, raw.ToArray());
        WriteChunk(file, "IEND"u8, []);
    }

    private static byte[] Unfilter(byte[] data, int height, int stride, int pixelBytes)
    {
        Assert.Equal(height * (stride + 1), data.Length);
        byte[] rows = new byte[height * stride];
        for (int y = 0; y < height; y++)
        {
            byte filter = data[y * (stride + 1)];
            for (int x = 0; x < stride; x++)
            {
                int left = x >= pixelBytes ? rows[y * stride + x - pixelBytes] : 0;
                int up = y > 0 ? rows[(y - 1) * stride + x] : 0;
                int upLeft = y > 0 && x >= pixelBytes ? rows[(y - 1) * stride + x - pixelBytes] : 0;
                int predicted = filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, upLeft),
                    _ => throw new InvalidDataException($"unknown filter {filter}"),
                };
                rows[y * stride + x] = (byte)(data[y * (stride + 1) + 1 + x] + predicted);
            }
        }

        return rows;
    }

    private static int Paeth(int left, int up, int upLeft)
    {
        int estimate = left + up - upLeft;
        int byLeft = Math.Abs(estimate - left), byUp = Math.Abs(estimate - up), byUpLeft = Math.Abs(estimate - upLeft);
        return byLeft <= byUp && byLeft <= byUpLeft ? left : byUp <= byUpLeft ? up : upLeft;
    }

    private static byte[] Expand(
        byte[] samples, (int Width, int Height) size, (int Depth, int Kind, int Channels) format, byte[] palette)
    {
        byte[] pixels = new byte[4 * size.Width * size.Height];
        int stride = (size.Width * format.Channels * format.Depth + 7) / 8;
        for (int y = 0; y < size.Height; y++)
        {
            for (int x = 0; x < size.Width; x++)
            {
                Span<byte> pixel = pixels.AsSpan(4 * (y * size.Width + x), 4);
                pixel[3] = 255;
                if (format.Kind == Palette)
                {
                    int bit = x * format.Depth;
                    int shift = 8 - format.Depth - bit % 8;
                    int index = samples[y * stride + bit / 8] >> shift & ((1 << format.Depth) - 1);
                    palette.AsSpan(3 * index, 3).CopyTo(pixel);
                }
                else
                {
                    Assert.Equal(8, format.Depth);
                    ReadOnlySpan<byte> sample = samples.AsSpan(y * stride + x * format.Channels, format.Channels);
                    if (format.Channels >= 3) sample[..3].CopyTo(pixel);
                    else pixel[..3].Fill(sample[0]);
                }
            }
        }

        return pixels;
    }

    private static void WriteChunk(Stream stream, ReadOnlySpan<byte> type, byte[] body)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32([.. type, .. body]));
        stream.Write(number);
    }

    private static uint Crc32(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte one in data)
        {
            crc ^= one;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }
}
