using System.Globalization;
using Chartcast.Charting.Specs;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Synthetics;

/// <summary>How far a price must move to make a box: a number of price units, a percentage of the last price, or the
/// average true range.</summary>
/// <param name="Price">The size in price units, greater than 0.</param>
/// <param name="Note">How the legend says it.</param>
/// <param name="IsEnlarged">Whether it is larger than asked, as smaller boxes would be too many.</param>
internal readonly record struct BoxSize(double Price, string Note, bool IsEnlarged)
{
    /// <summary>The word for the average true range, and the length of that.</summary>
    public const string AverageRange = "atr";
    private const int AverageRangeLength = 14;

    /// <summary>Decides the size.</summary>
    /// <param name="bars">The market's bars.</param>
    /// <param name="asked">A number, <c>atr</c> or a percentage such as <c>1.5%</c>; null for <c>atr</c>.</param>
    /// <param name="decimals">Decimals of prices; sizes are whole steps of them.</param>
    public static BoxSize Of(BarSeries bars, StudyStyleValue? asked, int decimals)
    {
        double step = Math.Pow(10, -decimals);
        (double size, string how) = Asked(bars, asked);
        if (!(size > 0) || !double.IsFinite(size)) size = step;
        size = Math.Max(step, InSteps(size, step, Math.Round));
        double least = Travelled(bars) / BrickBuilder.MostBricks;
        bool isEnlarged = size < least;
        if (isEnlarged) size = InSteps(least, step, Math.Ceiling);
        string amount = size.ToString("0.############", CultureInfo.InvariantCulture);
        return new BoxSize(size, how.Length == 0 || isEnlarged ? amount : $"{amount} ({how})", isEnlarged);
    }

    /// <summary>Reads a percentage such as <c>1.5%</c>.</summary>
    public static bool TryReadPercent(string? word, out double percent)
    {
        percent = double.NaN;
        return word is { Length: > 1 } && word[^1] == '%'
            && double.TryParse(
                word.AsSpan(0, word.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out percent)
            && percent is > 0 and <= 100;
    }

    // Beyond all prices there may be no number for how many steps it is.
    private static double InSteps(double size, double step, Func<double, double> whole)
    {
        double steps = whole(size / step);
        return double.IsFinite(steps) ? steps * step : size;
    }

    private static (double Size, string How) Asked(BarSeries bars, StudyStyleValue? asked)
    {
        if (asked?.Number is { } number) return (number, "");
        double last = bars.Closes[^1];
        if (asked?.Word is { } word && TryReadPercent(word, out double percent))
            return (Math.Abs(last) * percent / 100, word);
        return (AverageTrueRange(bars), $"ATR {AverageRangeLength}");
    }

    private static double AverageTrueRange(BarSeries bars)
    {
        IndicatorCatalog.TryFind(AverageRange, out IndicatorListing? listing);
        double smoothed = listing!.Compute(bars, [AverageRangeLength])[0].Values[^1];
        if (double.IsFinite(smoothed)) return smoothed;
        // Too few bars for a smoothed one: the mean range of those there are.
        double sum = 0;
        int count = 0;
        for (int i = 0; i < bars.Count; i++)
        {
            double range = bars.Highs[i] - bars.Lows[i];
            if (!double.IsFinite(range)) continue;
            sum += range;
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }

    /// <summary>More than prices can have moved from bar to bar and inside of bars, all in all.</summary>
    private static double Travelled(BarSeries bars)
    {
        double sum = 0;
        double previous = double.NaN;
        for (int i = 0; i < bars.Count; i++)
        {
            double range = 2 * (bars.Highs[i] - bars.Lows[i]);
            double gap = Math.Abs(bars.Opens[i] - previous);
            if (double.IsFinite(range)) sum += range;
            if (double.IsFinite(gap)) sum += gap;
            previous = bars.Closes[i];
        }

        return sum;
    }
}
