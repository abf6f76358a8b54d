using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Checks that bytes are the picture that was asked for; a vendor's 200 is not success.</summary>
public static class ImageCheck
{
    /// <summary>Checks a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="contentType">The media type it came with, or null. Bytes decide; a type that says text or JSON is
    /// refused, a missing or general one is not.</param>
    /// <param name="format">PNG or JPEG.</param>
    /// <param name="widthPx">The width that was asked for.</param>
    /// <param name="heightPx">The height that was asked for.</param>
    /// <returns>What is wrong, as the rest of a sentence; null when nothing is.</returns>
    public static string? Fault(
        ReadOnlySpan<byte> bytes, string? contentType, ImageFormat format, int widthPx, int heightPx)
    {
        if (bytes.IsEmpty) return "it is empty";
        if (IsText(contentType)) return "its type says text";
        (string? fault, int width, int height) =
            format == ImageFormat.Jpeg ? JpegCheck.Read(bytes) : PngCheck.Read(bytes);
        if (fault is not null) return fault;
        return width == widthPx && height == heightPx
            ? null
            : $"it has {width}x{height} pixels instead of {widthPx}x{heightPx}";
    }

    private static bool IsText(string? contentType) =>
        contentType is not null
        && (contentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || contentType.EndsWith("json", StringComparison.OrdinalIgnoreCase)
            || contentType.EndsWith("xml", StringComparison.OrdinalIgnoreCase));
}
