using System.Buffers.Binary;
using System.IO.Compression;

namespace Chartcast.ChartImgFake;

/// <summary>Makes real pictures of any size, plainly: written apart from the product, so that one can check the other.</summary>
public static class FakePictures
{
    private const int BlockPx = 8;

    /// <summary>A grey-scale PNG with a gradient.</summary>
    public static byte[] Png(int widthPx, int heightPx)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, widthPx);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], heightPx);
        header[8] = 8;
        WriteChunk(file, "IHDR"u8, header);
        using var packed = new MemoryStream();
        using (var rows = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] row = new byte[widthPx + 1];
            for (int y = 0; y < heightPx; y++)
            {
                row.AsSpan(1).Fill((byte)(255 * y / heightPx));
                rows.Write(row);
            }
        }

        WriteChunk(file, "IDAT"u8, packed.ToArray());
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>A grey JPEG: one component, one code in each Huffman table, every block flat.</summary>
    public static byte[] Jpeg(int widthPx, int heightPx)
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0]);
        file.Write(Enumerable.Repeat((byte)16, 64).ToArray());
        file.Write([0xFF, 0xC0, 0, 11, 8, (byte)(heightPx >> 8), (byte)heightPx, (byte)(widthPx >> 8), (byte)widthPx, 1, 1, 0x11, 0]);
        foreach (byte table in (byte[])[0x00, 0x10])
        {
            file.Write([0xFF, 0xC4, 0, 20, table, 1]);
            file.Write(new byte[16]);
        }

        file.Write([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]);
        int blocks = (widthPx + BlockPx - 1) / BlockPx * ((heightPx + BlockPx - 1) / BlockPx);
        // Two zero bits a block: no change of the mean, and the end of the block. The rest of the last byte is ones.
        int bits = 2 * blocks;
        byte[] scan = new byte[(bits + 7) / 8];
        if (bits % 8 != 0) scan[^1] = (byte)(0xFF >> (bits % 8));
        file.Write(scan);
        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. type, .. data];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        file.Write(number);
    }

    private static uint Crc(byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
        }

        return ~crc;
    }
}
