using System.Buffers.Binary;
using System.IO.Compression;
using Chartcast.Drawing.Png;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Reads a PNG as far as needed to know that it is whole: every chunk, every checksum, every row.</summary>
/// <remarks>Source: PNG specification, third edition (W3C, 2025), sections 5, 7, 9 and 11.</remarks>
internal static class PngCheck
{
    private const int ChunkFrame = 12;
    private const uint Ihdr = 0x49484452;
    private const uint Plte = 0x504C5445;
    private const uint Idat = 0x49444154;
    private const uint Iend = 0x49454E44;
    private const int LargestFilter = 4;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Checks a file.</summary>
    /// <returns>What is wrong, or null; and the size, 0 where it could not be read.</returns>
    public static (string? Fault, int WidthPx, int HeightPx) Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature)) return ("it is no PNG", 0, 0);
        Header header = default;
        bool hasPalette = false;
        using var packed = new MemoryStream();
        for (int at = Signature.Length; ;)
        {
            if (!TryReadChunk(file, at, out uint type, out ReadOnlySpan<byte> data, out string? fault))
                return (fault, header.Width, header.Height);
            if (header.Width == 0 && !(type == Ihdr && Header.TryRead(data, out header)))
                return ("its PNG header is broken", 0, 0);
            if (type == Plte) hasPalette = true;
            if (type == Idat) packed.Write(data);
            if (type == Iend) break;
            at += ChunkFrame + data.Length;
        }

        if (header.ColorType == 3 && !hasPalette) return ("its PNG palette is missing", header.Width, header.Height);
        packed.Position = 0;
        return (RowsFault(packed, header), header.Width, header.Height);
    }

    private static bool TryReadChunk(
        ReadOnlySpan<byte> file, int at, out uint type, out ReadOnlySpan<byte> data, out string? fault)
    {
        type = 0;
        data = default;
        fault = "the PNG breaks off";
        if (file.Length - at < ChunkFrame) return false;
        uint length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
        if (length > file.Length - at - ChunkFrame) return false;
        type = BinaryPrimitives.ReadUInt32BigEndian(file[(at + 4)..]);
        data = file.Slice(at + 8, (int)length);
        fault = "a PNG checksum is wrong";
        uint stated = BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + (int)length)..]);
        return Crc32.Compute(file.Slice(at + 4, (int)length + 4)) == stated;
    }

    private static string? RowsFault(MemoryStream packed, Header header)
    {
        try
        {
            using var rows = new ZLibStream(packed, CompressionMode.Decompress);
            byte[] row = new byte[header.LongestRowBytes + 1];
            foreach ((int count, int rowBytes) in header.Passes())
            {
                for (int i = 0; i < count; i++)
                {
                    int read = rows.ReadAtLeast(row.AsSpan(0, rowBytes + 1), rowBytes + 1, throwOnEndOfStream: false);
                    if (read <= rowBytes) return "the PNG has too few rows";
                    if (row[0] > LargestFilter) return "a PNG row is broken";
                }
            }

            return rows.ReadByte() < 0 ? null : "the PNG has too many rows";
        }
        catch (InvalidDataException)
        {
            return "the PNG's pixels are broken";
        }
    }

    /// <summary>What the first chunk says of the picture.</summary>
    private readonly record struct Header(int Width, int Height, int BitsPerPixel, byte ColorType, bool IsInterlaced)
    {
        private const int LargestSide = 65_536;

        // Adam7: first column, first row, column step, row step of each pass.
        private static readonly (int X, int Y, int Dx, int Dy)[] Adam7 =
            [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

        public int LongestRowBytes => RowBytes(Width);

        public static bool TryRead(ReadOnlySpan<byte> data, out Header header)
        {
            header = default;
            if (data.Length != 13) return false;
            uint width = BinaryPrimitives.ReadUInt32BigEndian(data);
            uint height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
            int bits = BitsOf(data[9], data[8]);
            if (width is 0 or > LargestSide || height is 0 or > LargestSide || bits == 0) return false;
            if (data[10] != 0 || data[11] != 0 || data[12] > 1) return false;
            header = new Header((int)width, (int)height, bits, data[9], data[12] == 1);
            return true;
        }

        public IEnumerable<(int Rows, int RowBytes)> Passes()
        {
            if (!IsInterlaced)
            {
                yield return (Height, RowBytes(Width));
                yield break;
            }

            foreach ((int x, int y, int dx, int dy) in Adam7)
            {
                int columns = (Width - x + dx - 1) / dx;
                int rows = (Height - y + dy - 1) / dy;
                if (columns > 0 && rows > 0) yield return (rows, RowBytes(columns));
            }
        }

        private int RowBytes(int columns) => (int)(((long)columns * BitsPerPixel + 7) / 8);

        private static int BitsOf(byte colorType, byte depth) => (colorType, depth) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) => depth,
            (3, 1 or 2 or 4 or 8) => depth,
            (2, 8 or 16) => 3 * depth,
            (4, 8 or 16) => 2 * depth,
            (6, 8 or 16) => 4 * depth,
            _ => 0,
        };
    }
}
