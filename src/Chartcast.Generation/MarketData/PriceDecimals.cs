using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData;

/// <summary>Finds how many decimals the prices of a symbol have.</summary>
internal static class PriceDecimals
{
    private const int Maximum = 12;

    /// <summary>Prices with more decimals than this are looked at for noise of single-precision numbers.</summary>
    private const int MaximumTakenLiterally = 3;

    /// <summary>Somewhat more than a single-precision number's rounding error (2⁻²⁴), for files that cut instead of
    /// round.</summary>
    private const double NoiseShare = 2.5e-7;

    /// <summary>Only the newest bars decide: splits leave older prices with decimals that nobody traded in.</summary>
    private const int NewestBars = 250;

    private const double NeededShare = 0.95;

    /// <summary>Finds the fewest decimals that show at least 95 % of the newest prices.</summary>
    /// <param name="bars">Bars oldest first.</param>
    /// <returns>0–12.</returns>
    public static int Of(ReadOnlySpan<Bar> bars)
    {
        if (bars.Length > NewestBars) bars = bars[^NewestBars..];
        Span<int> counts = stackalloc int[Maximum + 1];
        foreach (Bar bar in bars)
        {
            counts[Of(bar.Open)]++;
            counts[Of(bar.High)]++;
            counts[Of(bar.Low)]++;
            counts[Of(bar.Close)]++;
        }

        int covered = 0;
        for (int decimals = 0; decimals < Maximum; decimals++)
        {
            covered += counts[decimals];
            if (covered >= NeededShare * 4 * bars.Length) return decimals;
        }

        return Maximum;
    }

    private static int Of(double price)
    {
        int noisy = Maximum;
        for (int decimals = 0; decimals <= Maximum; decimals++)
        {
            double rounded = Math.Round(price, decimals);
            if (rounded == price) return decimals <= MaximumTakenLiterally ? decimals : Math.Min(noisy, decimals);
            if (noisy == Maximum && Math.Abs(rounded - price) <= NoiseShare * Math.Abs(price)) noisy = decimals;
        }

        return noisy;
    }
}
