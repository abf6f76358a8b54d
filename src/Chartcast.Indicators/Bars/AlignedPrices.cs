namespace Chartcast.Indicators.Bars;

/// <summary>Lays the prices of one symbol beside the bars of another.</summary>
internal static class AlignedPrices
{
    /// <summary>The newest price of the other symbol at each bar: that of its bar that opens with it or, where there is
    /// none, of the last one before.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="other">The other symbol's, at the same interval.</param>
    /// <param name="source">Which of its prices.</param>
    /// <returns>One value per bar of <paramref name="bars"/>; NaN before the other symbol's first.</returns>
    public static double[] Of(BarSeries bars, BarSeries other, PriceSource source)
    {
        var aligned = new double[bars.Count];
        ReadOnlySpan<long> times = bars.OpenTimesMs, otherTimes = other.OpenTimesMs;
        ReadOnlySpan<double> prices = other.Prices(source);
        int next = 0;
        for (int i = 0; i < aligned.Length; i++)
        {
            while (next < otherTimes.Length && otherTimes[next] <= times[i]) next++;
            aligned[i] = next == 0 ? double.NaN : prices[next - 1];
        }

        return aligned;
    }
}
