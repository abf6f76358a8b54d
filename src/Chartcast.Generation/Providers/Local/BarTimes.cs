using System.Globalization;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.Providers.Local;

/// <summary>Writes the open times of bars as ISO 8601.</summary>
internal static class BarTimes
{
    /// <summary>A date for daily and longer bars, a UTC time otherwise.</summary>
    public static string Iso(BarInterval interval, long openTimeMs) =>
        DateTimeOffset.FromUnixTimeMilliseconds(openTimeMs).ToString(
            interval.IsIntraday ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
