using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.VolumeIndex;

/// <summary>Positive or negative volume index, with its exponential mean: changes of the close count only on bars whose
/// volume rose, or fell.</summary>
/// <remarks>Bars after an unknown volume or a close of 0 change nothing. Source: N. G. Fosback, "Stock Market Logic",
/// 1976; multiplied from 1 as the Pine built-ins <c>ta.nvi</c> and <c>ta.pvi</c>, added in percent to 1000 as older
/// charts have it.</remarks>
/// <param name="countsRising">Whether bars of rising volume count; else those of falling volume.</param>
/// <param name="isAdded">Whether percent changes are added; else their factors are multiplied.</param>
/// <param name="signalLength">Length of the mean in bars, 1 or more.</param>
internal sealed class VolumeIndex(bool countsRising, bool isAdded, int signalLength) : IndicatorStream
{
    private const double MultipliedStart = 1, AddedStart = 1000, Percent = 100;

    private readonly ExponentialMean _signal = new(signalLength);
    private double _index = isAdded ? AddedStart : MultipliedStart;
    private double _closeBefore = double.NaN;
    private double _volumeBefore = double.NaN;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        bool counts = countsRising ? bar.Volume > _volumeBefore : bar.Volume < _volumeBefore;
        if (counts && _closeBefore != 0)
        {
            double change = (bar.Close - _closeBefore) / _closeBefore;
            _index += isAdded ? Percent * change : _index * change;
        }

        _closeBefore = bar.Close;
        _volumeBefore = bar.Volume;
        values[0] = double.IsNaN(bar.Volume) ? double.NaN : _index;
        values[1] = _signal.Next(values[0]);
    }
}
