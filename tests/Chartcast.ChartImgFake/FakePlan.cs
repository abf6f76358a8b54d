namespace Chartcast.ChartImgFake;

/// <summary>What a key may do.</summary>
/// <param name="PerSecond">Requests per second.</param>
/// <param name="Burst">Requests at once.</param>
/// <param name="PerDay">Requests per UTC day.</param>
/// <param name="MaxWidth">Largest width in pixels.</param>
/// <param name="MaxHeight">Largest height in pixels.</param>
/// <param name="MaxParameters">Most studies and drawings together.</param>
public sealed record FakePlan(
    int PerSecond, int Burst, int PerDay, int MaxWidth, int MaxHeight, int MaxParameters)
{
    public static FakePlan Basic { get; } = new(1, 3, 50, 800, 600, 3);

    public static FakePlan Pro { get; } = new(10, 15, 500, 1920, 1080, 5);

    public static FakePlan Mega { get; } = new(15, 25, 1_000, 1920, 1600, 10);

    public static FakePlan Ultra { get; } = new(35, 50, 3_000, 2048, 1920, 25);

    /// <summary>The largest sizes and no rate to speak of, for tests about something else.</summary>
    public static FakePlan Generous { get; } = new(10_000, 10_000, 1_000_000, 2048, 1920, 50);
}
