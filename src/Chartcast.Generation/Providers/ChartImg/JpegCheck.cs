using System.Buffers.Binary;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Reads a JPEG as far as needed to know its size and that it ends: marker by marker from SOI to
/// EOI.</summary>
/// <remarks>Source: ITU-T T.81, annex B.</remarks>
internal static class JpegCheck
{
    private const byte Soi = 0xD8;
    private const byte Eoi = 0xD9;
    private const byte Sos = 0xDA;

    /// <summary>Checks a file.</summary>
    /// <returns>What is wrong, or null; and the size, 0 where it could not be read.</returns>
    public static (string? Fault, int WidthPx, int HeightPx) Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 4 || file[0] != 0xFF || file[1] != Soi) return ("it is no JPEG", 0, 0);
        int width = 0;
        int height = 0;
        bool hasScan = false;
        for (int at = 2; TryReadMarker(file, ref at, out byte marker);)
        {
            if (marker == Eoi)
                return (width > 0 && hasScan ? null : "the JPEG has no picture", width, height);
            if (IsAlone(marker)) continue;
            if (file.Length - at < 2) break;
            int length = BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
            if (length < 2 || length > file.Length - at) break;
            if (IsFrame(marker))
            {
                if (length < 8) return ("the JPEG's frame is broken", 0, 0);
                height = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 3)..]);
                width = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]);
            }

            at += length;
            if (marker != Sos) continue;
            hasScan = true;
            at += ScanLength(file[at..]);
        }

        return ("the JPEG breaks off", width, height);
    }

    private static bool TryReadMarker(ReadOnlySpan<byte> file, ref int at, out byte marker)
    {
        marker = 0;
        if (at >= file.Length || file[at] != 0xFF) return false;
        while (at < file.Length && file[at] == 0xFF) at++;
        if (at >= file.Length) return false;
        marker = file[at++];
        return marker != 0;
    }

    // Inside a scan, FF 00 is a data byte and FF D0–D7 are restarts; any other marker ends it.
    private static int ScanLength(ReadOnlySpan<byte> scan)
    {
        for (int at = 0; at + 1 < scan.Length; at++)
        {
            if (scan[at] == 0xFF && scan[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7) or 0xFF)) return at;
        }

        return scan.Length;
    }

    private static bool IsAlone(byte marker) => marker is 0x01 or (>= 0xD0 and <= Soi);

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
