using System.Security.Cryptography;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg.Calls;

/// <summary>The endpoints that are called.</summary>
internal static class ChartImgCalls
{
    /// <summary>Path of v2 advanced charts.</summary>
    public const string AdvancedChart = "v2/tradingview/advanced-chart";

    /// <summary>Path of v1 mini charts.</summary>
    public const string MiniChart = "v1/tradingview/mini-chart";

    /// <summary>Path of v1 advanced charts.</summary>
    public const string FirstAdvancedChart = "v1/tradingview/advanced-chart";

    private const string Json = "application/json";

    /// <summary>Path of a layout's chart.</summary>
    /// <param name="id">Letters and digits.</param>
    public static string LayoutChart(string id) => $"v2/tradingview/layout-chart/{id}";

    /// <summary>Path of a layout's chart that is stored; the word stands before the id.</summary>
    public static string StoredLayoutChart(string id) => $"v2/tradingview/layout-chart/storage/{id}";

    /// <summary>A call that answers with a picture, or with where the picture is stored.</summary>
    public static ChartImgCall Picture(ChartImgBody body, IReadOnlyList<string> secrets) => new()
    {
        Method = body.IsFirstVersion ? HttpMethod.Get : HttpMethod.Post,
        Path = body.Path,
        Body = body.IsFirstVersion ? null : body.Json,
        Accept = body.IsStored ? Json : $"{ChartImage.MimeTypeOf(body.Format)}, {Json}",
        IsBearer = body.IsFirstVersion,
        TakesSession = !body.IsFirstVersion,
        Judge = body.IsStored
            ? (content, _) => JsonReply(content)
            : (content, type) => PictureReply(content, type, body, secrets),
    };

    /// <summary>A call that answers with a list.</summary>
    /// <param name="path">Path and query.</param>
    public static ChartImgCall List(string path) => new()
    {
        Method = HttpMethod.Get,
        Path = path,
        Accept = Json,
        Judge = (content, _) => JsonReply(content),
    };

    /// <summary>Judges a picture.</summary>
    public static ChartImgReply PictureReply(
        ReadOnlyMemory<byte> content, string? type, ChartImgBody body, IReadOnlyList<string> secrets)
    {
        string? fault = ImageCheck.Fault(content.Span, type, body.Format, body.WidthPx, body.HeightPx);
        if (fault is not null) return ChartImgErrors.BadImage(fault, content, secrets);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        return new ChartImgReply(new ChartImage(body.Format, body.WidthPx, body.HeightPx, content, sha256), null);
    }

    private static ChartImgReply JsonReply(ReadOnlyMemory<byte> content) => new(null, null) { Json = content };
}
