using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.ConnorsRsi;

/// <summary>Connors RSI: the mean of a fast RSI, the RSI of the streak of rises or falls, and the rank of the newest
/// change, 0–100.</summary>
/// <param name="length">Length of the price's RSI in bars, 1 or more.</param>
/// <param name="streakLength">Length of the streak's RSI in bars, 1 or more.</param>
/// <param name="rankLength">How many earlier changes the newest is ranked among, 1 or more.</param>
/// <remarks>The rank is the share of earlier changes that are not larger. NaN until bar
/// <paramref name="rankLength"/> + 1 at the soonest. Source: L. Connors, C. Alvarez, "An Introduction to ConnorsRSI",
/// 2012.</remarks>
internal sealed class ConnorsRsi(int length, int streakLength, int rankLength) : IndicatorStream
{
    private readonly Rsi.Rsi _rsi = new(length);
    private readonly Rsi.Rsi _streakRsi = new(streakLength);
    private readonly RateOfChange.RateOfChange _change = new(1);
    private readonly RollingWindow _changes = new(rankLength + 1);
    private double _before = double.NaN;
    private double _streak;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        _streak = StreakOf(bar.Close - _before);
        _before = bar.Close;
        _changes.Add(_change.Next(bar.Close));
        values[0] = (_rsi.Next(bar.Close) + _streakRsi.Next(_streak) + RankOfNewest()) / 3;
    }

    /// <summary>How many rises (or, below 0, falls) followed one another up to now.</summary>
    private double StreakOf(double change) => change switch
    {
        > 0 => Math.Max(_streak, 0) + 1,
        < 0 => Math.Min(_streak, 0) - 1,
        _ => 0,
    };

    private double RankOfNewest()
    {
        if (!_changes.IsFull || double.IsNaN(_changes[0])) return double.NaN;
        int notLarger = 0;
        for (int age = 1; age <= rankLength; age++)
        {
            if (double.IsNaN(_changes[age])) return double.NaN;
            if (_changes[age] <= _changes[0]) notLarger++;
        }

        return 100.0 * notLarger / rankLength;
    }
}
