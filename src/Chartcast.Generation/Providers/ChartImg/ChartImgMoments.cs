using System.Globalization;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Moments as Chart-IMG's documentation writes them.</summary>
internal static class ChartImgMoments
{
    /// <summary>Such as <c>2025-06-01T00:00:00.000Z</c>.</summary>
    public static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
