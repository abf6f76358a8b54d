namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>How long calls of one endpoint may take.</summary>
/// <param name="Total">Attempts and waits together; 1 s–5 min.</param>
/// <param name="Attempt">One attempt; at least 10 ms and at most <paramref name="Total"/>.</param>
public sealed record ChartImgTiming(TimeSpan Total, TimeSpan Attempt)
{
    /// <summary>Whether both are within their ranges.</summary>
    internal bool IsRight =>
        Total.TotalSeconds is >= 1 and <= 300 && Attempt.TotalSeconds >= 0.01 && Attempt <= Total;
}
