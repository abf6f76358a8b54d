using System.Buffers.Binary;

namespace Chartcast.Drawing.Png;

/// <summary>Writes the parts of a PNG file.</summary>
internal static class PngChunk
{
    public const int SignatureLength = 8;

    /// <summary>Length, type and checksum around the data of a chunk.</summary>
    public const int Overhead = 12;

    /// <summary>Writes the signature; gives what is left of the file.</summary>
    public static Span<byte> WriteSignature(Span<byte> file)
    {
        ReadOnlySpan<byte> signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
        signature.CopyTo(file);
        return file[SignatureLength..];
    }

    /// <summary>Writes a chunk; gives what is left of the file.</summary>
    public static Span<byte> Write(Span<byte> file, scoped ReadOnlySpan<byte> type, scoped ReadOnlySpan<byte> data)
    {
        BinaryPrimitives.WriteInt32BigEndian(file, data.Length);
        type.CopyTo(file[4..]);
        data.CopyTo(file[8..]);
        BinaryPrimitives.WriteUInt32BigEndian(file[(8 + data.Length)..], Crc32.Compute(file.Slice(4, 4 + data.Length)));
        return file[(Overhead + data.Length)..];
    }
}
