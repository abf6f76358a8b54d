using Chartcast.Drawing.Raster;

namespace Chartcast.Drawing.Tests;

/// <summary>Reads what independent decoders write.</summary>
internal static class PpmReader
{
    /// <summary>Decodes a file with a program that writes a pixmap.</summary>
    /// <param name="file">The picture.</param>
    /// <param name="tool">The program.</param>
    /// <param name="arguments">Its arguments; <c>{in}</c> and <c>{out}</c> stand for the files.</param>
    public static Pixmap Decode(byte[] file, string tool, params string[] arguments)
    {
        PpmFile decoded = PpmFile.Read(PpmFile.Convert(file, tool, arguments));
        return new Pixmap(decoded.Width, decoded.Height, decoded.Rgb, []);
    }
}
