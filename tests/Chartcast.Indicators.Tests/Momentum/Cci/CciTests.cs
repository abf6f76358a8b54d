using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.Cci;

public sealed class CciTests
{
    [Fact]
    public void Compute_IsHandChecked() => Sheet.AssertSame(
        [double.NaN, double.NaN, 100, 0],
        Computed.OverCloses("cci", [1, 2, 6, 4], 3));

    [Fact]
    public void Smoothing_IsTheMeanOfTheLine() => Sheet.AssertSame(
        [double.NaN, double.NaN, double.NaN, 50],
        Computed.Plots("cci", Computed.Flat([1, 2, 6, 4]), 3, 0, 2)[1].Values);

    [Fact]
    public void Compute_IsMissing_WhenPricesAreEqual() => Sheet.AssertSame(
        [double.NaN, double.NaN, double.NaN, double.NaN],
        Computed.OverCloses("cci", [0.1, 0.1, 0.1, 0.1], 3));

    [Fact]
    public void Compute_EqualsTheFormulaWrittenOut()
    {
        BarSeries bars = Sheet.ReadBars();
        double[] typical = [.. Enumerable.Range(0, bars.Count).Select(i => bars[i].Price(PriceSource.Hlc3))];
        double At(int i)
        {
            double[] window = typical[(i - 19)..(i + 1)];
            double mean = window.Average();
            return (typical[i] - mean) / (0.015 * window.Average(value => Math.Abs(value - mean)));
        }

        Sheet.AssertSame(
            [.. Enumerable.Range(0, bars.Count).Select(i => i < 19 ? double.NaN : At(i))],
            Computed.Plots("cci", bars)[0].Values);
    }
}
