namespace Chartcast.Drawing.Jpeg;

/// <summary>The example tables of the standard, which every decoder has seen (ITU-T T.81, annex K).</summary>
internal static class JpegTables
{
    private const int MaxBaselineStep = 255;

    // T.81, table K.1, in rows of rising vertical frequency.
    private static readonly byte[] LuminanceSteps =
    [
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
        14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
        49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
    ];

    // T.81, table K.2.
    private static readonly byte[] ChrominanceSteps =
    [
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
        47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    ];

    /// <summary>Row · 8 + column of each coefficient in the order they are sent (T.81, figure A.6).</summary>
    public static readonly byte[] ZigZag = CreateZigZag();

    /// <summary>The quantization steps of a quality, in rows.</summary>
    /// <param name="isLuminance">Brightness, or colour.</param>
    /// <param name="quality">1–100; 50 gives the tables of the standard.</param>
    public static byte[] Steps(bool isLuminance, int quality)
    {
        int percent = quality < 50 ? 5_000 / quality : 200 - (2 * quality);
        byte[] standard = isLuminance ? LuminanceSteps : ChrominanceSteps;
        var steps = new byte[standard.Length];
        for (int i = 0; i < steps.Length; i++)
            steps[i] = (byte)Math.Clamp(((standard[i] * percent) + 50) / 100, 1, MaxBaselineStep);
        return steps;
    }


    private static byte[] CreateZigZag()
    {
        var order = new byte[64];
        int at = 0;
        for (int diagonal = 0; diagonal < 15; diagonal++)
        {
            for (int step = 0; step <= diagonal; step++)
            {
                (int row, int column) = diagonal % 2 == 0 ? (diagonal - step, step) : (step, diagonal - step);
                if (row < 8 && column < 8) order[at++] = (byte)((row * 8) + column);
            }
        }

        return order;
    }
}
