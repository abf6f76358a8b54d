using Chartcast.Generation.Requests;

namespace Chartcast.App.Engines;

/// <summary>Addresses of finished charts.</summary>
public sealed class PictureLinks
{
    /// <summary>How the URIs of a chart's MCP resources begin.</summary>
    public const string ResourceScheme = "chart://";

    private Uri? _base;

    /// <summary>The server's address as clients see it, ending in a slash; null while nothing is served over
    /// HTTP.</summary>
    public Uri? Base
    {
        get => Volatile.Read(ref _base);
        set => Volatile.Write(ref _base, value);
    }

    /// <summary>The MCP resource of a chart: <c>chart://{requestId}</c>.</summary>
    /// <param name="requestId">The request.</param>
    public static string ResourceUri(string requestId) => ResourceScheme + requestId;

    /// <summary>The usual ending of a format's files.</summary>
    /// <param name="format">The format.</param>
    public static string EndingOf(ImageFormat format) => format switch
    {
        ImageFormat.Svg => "svg",
        ImageFormat.Jpeg => "jpg",
        ImageFormat.Webp => "webp",
        _ => "png",
    };

    /// <summary>The address of a picture over HTTP, or null when nothing is served there.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="format">The picture's format.</param>
    public string? Picture(string requestId, ImageFormat format) =>
        Base is { } address ? new Uri(address, $"charts/{requestId}.{EndingOf(format)}").AbsoluteUri : null;
}
