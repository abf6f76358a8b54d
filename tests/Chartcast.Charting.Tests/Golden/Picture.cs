namespace Chartcast.Charting.Tests.Golden;

/// <summary>Decoded pixels, RGBA, row by row.</summary>
internal sealed class Picture(int width, int height, byte[] pixels)
{
    public int Width => width;

    public int Height => height;

    /// <summary>Four bytes a pixel: red, green, blue, alpha.</summary>
    public byte[] Pixels => pixels;

    public (byte R, byte G, byte B) this[int x, int y]
    {
        get
        {
            int at = 4 * (y * width + x);
            return (pixels[at], pixels[at + 1], pixels[at + 2]);
        }
    }
}
