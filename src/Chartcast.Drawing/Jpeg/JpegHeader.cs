using Chartcast.Drawing.Packing;

namespace Chartcast.Drawing.Jpeg;

/// <summary>Writes what surrounds the coded data (ITU-T T.81, annex B; ITU-T T.871).</summary>
internal static class JpegHeader
{
    private const int StartOfImage = 0xFFD8, EndOfImage = 0xFFD9, Application = 0xFFE0, Steps = 0xFFDB;
    private const int BaselineFrame = 0xFFC0, Codes = 0xFFC4, Scan = 0xFFDA;
    private const int Components = 3;

    // High four bits of a table's number: 0 for the constant parts, 1 for the waves.
    private const byte Waves = 0x10;

    public static void Write(
        ByteBuffer file, int widthPx, int heightPx, byte[] luminanceSteps, byte[] chrominanceSteps)
    {
        file.AddBigEndian(StartOfImage);
        file.AddBigEndian(Application);
        file.AddBigEndian(16);
        // Version 1.1, pixels are square, no thumbnail.
        file.Add("JFIF\0\x1\x1\0\0\x1\0\x1\0\0"u8);
        WriteSteps(file, 0, luminanceSteps);
        WriteSteps(file, 1, chrominanceSteps);
        file.AddBigEndian(BaselineFrame);
        file.AddBigEndian(8 + (3 * Components));
        file.Add(8);
        file.AddBigEndian(heightPx);
        file.AddBigEndian(widthPx);
        file.Add(Components);
        // Number, one sample a pixel in both directions, table of steps.
        file.Add([1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]);
        WriteCode(file, 0, JpegCode.LuminanceDc);
        WriteCode(file, Waves, JpegCode.LuminanceAc);
        WriteCode(file, 1, JpegCode.ChrominanceDc);
        WriteCode(file, Waves | 1, JpegCode.ChrominanceAc);
        file.AddBigEndian(Scan);
        file.AddBigEndian(6 + (2 * Components));
        // Components and their codes, then all coefficients at once.
        file.Add([Components, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]);
    }

    public static void WriteEnd(ByteBuffer file) => file.AddBigEndian(EndOfImage);

    private static void WriteSteps(ByteBuffer file, byte number, byte[] steps)
    {
        file.AddBigEndian(Steps);
        file.AddBigEndian(3 + steps.Length);
        file.Add(number);
        foreach (byte at in JpegTables.ZigZag) file.Add(steps[at]);
    }

    private static void WriteCode(ByteBuffer file, byte number, JpegCode code)
    {
        file.AddBigEndian(Codes);
        file.AddBigEndian(3 + code.Counts.Length + code.Symbols.Length);
        file.Add(number);
        file.Add(code.Counts);
        file.Add(code.Symbols);
    }
}
