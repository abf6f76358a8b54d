using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.CorrelationCoefficient;

/// <remarks>Definition: Pearson's coefficient of the two symbols' prices, not of their changes, as TradingView's
/// built-in of that name has it.</remarks>
internal static class CorrelationCoefficientListing
{
    private const int Source = 1, Length = 2;

    public static IndicatorListing Create() => new()
    {
        Name = "Correlation Coefficient",
        Aliases = ["correlation", "correlation_coefficient"],
        ShortTitle = "CC",
        Description = "Correlation coefficient: how prices go along with another symbol's, from 1 (the same way) over "
            + "0 to -1 (the opposite way).",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Symbol("symbol", "the other symbol", "BINANCE:BTCUSDT"),
            ParameterForms.Source("source"),
            ParameterForms.Whole("length", "length in bars", 20, (1, 10_000), "period", "periods", "window") with
            {
                // One price correlates with nothing.
                ValuesFrom = 2,
            },
        ],
        Outputs = [PaneForms.Line("Correlation", "rgb(33,150,243)")],
        Levels = [.. PaneForms.Limits(1, -1), PaneForms.Zero()],
        LegendInputs = ["symbol", "source", "length"],
        FixedRange = (-1, 1),
        WarmUpBars = static inputs => (int)inputs[Length] - 1,
        ComputePaired = Compute,
    };

    private static IReadOnlyList<IndicatorPlot> Compute(
        BarSeries bars, BarSeries other, IReadOnlyList<double> inputs)
    {
        var source = (PriceSource)inputs[Source];
        ReadOnlySpan<double> prices = bars.Prices(source);
        double[] values = AlignedPrices.Of(bars, other, source);
        var correlation = new RollingCorrelation((int)inputs[Length]);
        for (int i = 0; i < values.Length; i++) values[i] = correlation.Next(prices[i], values[i]);
        return [new IndicatorPlot(values)];
    }
}
