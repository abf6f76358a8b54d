using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.LaguerreRsi;

/// <summary>Laguerre RSI: the share of rises between four ever later filters of the close, 0 to 1.</summary>
/// <param name="gamma">How much of its past a filter keeps, 0 to below 1.</param>
/// <remarks>The filters begin at the first close, so that nothing before it counts; NaN until a close differs. Where
/// the filters agree the last value is held. Source: J. F. Ehlers, "Time Warp – Without Space Travel", 2002.</remarks>
internal sealed class LaguerreRsi(double gamma) : IndicatorStream
{
    private const int Filters = 4;

    private readonly double[] _filters = new double[Filters];
    private bool _hasBegun;
    private double _value = double.NaN;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        if (!double.IsNaN(bar.Close)) Advance(bar.Close);
        values[0] = _value;
    }

    private void Advance(double close)
    {
        if (!_hasBegun) Array.Fill(_filters, close);
        _hasBegun = true;
        double earlier = _filters[0], rises = 0, falls = 0;
        _filters[0] = (1 - gamma) * close + gamma * earlier;
        for (int i = 1; i < Filters; i++)
        {
            double before = _filters[i];
            _filters[i] = earlier + gamma * (before - _filters[i - 1]);
            earlier = before;
            double lead = _filters[i - 1] - _filters[i];
            if (lead > 0) rises += lead;
            else falls -= lead;
        }

        if (rises + falls > 0) _value = rises / (rises + falls);
    }
}
