using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.RankCorrelation;

/// <summary>Rank correlation index: how well the order of the last n closes by size agrees with their order in time,
/// −100 to 100.</summary>
/// <param name="length">n in bars, 2 or more.</param>
/// <remarks>Equal closes share the mean of their ranks; 0 where all are equal: they have no order. Costs O(n log n) per
/// bar. Source: C. Spearman, "The Proof and Measurement of Association between Two Things", 1904.</remarks>
internal sealed class RankCorrelation(int length) : IndicatorStream
{
    private readonly RollingWindow _window = new(length);
    private readonly double[] _sorted = new double[length];
    private readonly int[] _places = new int[length];

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        _window.Add(bar.Close);
        values[0] = _window.IsFull && Sort() ? 100 * Correlation() : double.NaN;
    }

    /// <summary>Sorts the closes, each with its place in time.</summary>
    /// <returns>False when one of them is missing.</returns>
    private bool Sort()
    {
        for (int place = 0; place < length; place++)
        {
            _sorted[place] = _window[length - 1 - place];
            _places[place] = place;
            if (double.IsNaN(_sorted[place])) return false;
        }

        Array.Sort(_sorted, _places);
        return true;
    }

    private double Correlation()
    {
        double middle = (length - 1) / 2.0, together = 0, ofRanks = 0, ofPlaces = 0;
        for (int first = 0; first < length;)
        {
            int last = first;
            while (last + 1 < length && _sorted[last + 1] == _sorted[first]) last++;
            double rank = (first + last) / 2.0 - middle;
            for (int i = first; i <= last; i++)
            {
                double place = _places[i] - middle;
                together += rank * place;
                ofRanks += rank * rank;
                ofPlaces += place * place;
            }

            first = last + 1;
        }

        return ofRanks == 0 ? 0 : together / Math.Sqrt(ofRanks * ofPlaces);
    }
}
