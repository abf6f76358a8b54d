namespace Chartcast.Generation.Requests;

/// <summary>A finished picture.</summary>
/// <param name="Format">Its format.</param>
/// <param name="WidthPx">Width in picture (device) pixels.</param>
/// <param name="HeightPx">Height in picture (device) pixels.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the file; also its strong ETag.</param>
public sealed record ChartImage(
    ImageFormat Format, int WidthPx, int HeightPx, ReadOnlyMemory<byte> Bytes, string Sha256)
{
    /// <summary>The format's media type.</summary>
    public string MimeType => MimeTypeOf(Format);

    /// <summary>The media type of a format.</summary>
    public static string MimeTypeOf(ImageFormat format) => format switch
    {
        ImageFormat.Svg => "image/svg+xml",
        ImageFormat.Jpeg => "image/jpeg",
        ImageFormat.Webp => "image/webp",
        _ => "image/png",
    };
}
