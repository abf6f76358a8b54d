namespace Chartcast.App.Engines;

/// <summary>In which form a chart is wanted.</summary>
public enum ChartFileKind
{
    /// <summary>The picture as it was asked for.</summary>
    Picture,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>SVG.</summary>
    Svg,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>Lossless WebP.</summary>
    Webp,

    /// <summary>All numbers as JSON.</summary>
    Json,

    /// <summary>Bars and indicator values as CSV.</summary>
    Csv,
}

/// <summary>The name of a chart's file: a request id and an ending.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Kind">What the ending says; <see cref="ChartFileKind.Picture"/> without one.</param>
public sealed record ChartFileName(string RequestId, ChartFileKind Kind)
{
    private const int LongestId = 128;

    /// <summary>Reads a name such as <c>req_1749698104642_….png</c> from anyone; null when it is none.</summary>
    /// <param name="text">The name.</param>
    public static ChartFileName? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int dot = text.IndexOf('.', StringComparison.Ordinal);
        string id = dot < 0 ? text : text[..dot];
        if (id.Length is 0 or > LongestId
            || !id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
            return null;
        ChartFileKind? kind = dot < 0
            ? ChartFileKind.Picture
            : text[dot..] switch
            {
                ".png" => ChartFileKind.Png,
                ".svg" => ChartFileKind.Svg,
                ".jpg" or ".jpeg" => ChartFileKind.Jpeg,
                ".webp" => ChartFileKind.Webp,
                ".json" => ChartFileKind.Json,
                ".csv" => ChartFileKind.Csv,
                _ => null,
            };
        return kind is { } known ? new ChartFileName(id, known) : null;
    }
}
