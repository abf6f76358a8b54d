using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg.Caches;

/// <summary>How long a picture is as good as a new one.</summary>
internal static class PictureFreshness
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan OfThePast = TimeSpan.FromHours(24);

    /// <summary>A quarter of a bar, from 15 s to an hour; a day where the picture ends before the bar that is being
    /// made.</summary>
    public static TimeSpan Of(ChartRequest request, DateTimeOffset now)
    {
        TimeSpan bar = TimeSpan.FromMilliseconds(request.Interval.NominalMs);
        if (request.To is { } end && end + bar < now) return OfThePast;
        TimeSpan quarter = bar / 4;
        return quarter < Shortest ? Shortest : quarter > Longest ? Longest : quarter;
    }
}
