namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Hears what a call waits for.</summary>
internal interface IChartImgWaits
{
    /// <summary>A failure is waited out.</summary>
    /// <param name="wait">How long.</param>
    /// <param name="nextAttempt">The number of the attempt that follows; 2 and more.</param>
    void ForTheNextAttempt(TimeSpan wait, int nextAttempt);

    /// <summary>Earlier calls have used up the account's rate.</summary>
    /// <param name="wait">How long.</param>
    void ForTheRate(TimeSpan wait);
}
