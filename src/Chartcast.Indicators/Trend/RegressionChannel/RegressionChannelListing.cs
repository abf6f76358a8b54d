using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.RegressionChannel;

internal static class RegressionChannelListing
{
    private const int Length = 0, Multiplier = 1, Source = 2;
    private const int FewestValues = 3;

    public static IndicatorListing Create() => new()
    {
        Name = "Linear Regression Channel",
        Aliases = ["linear_regression_channel", "lrc", "regression_channel"],
        ShortTitle = "LR Channel",
        Description = "Linear regression channel: the straight line that fits the last bars best, and lines beside it.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Whole("length", "length in bars", 100, (FewestValues, 5_000), "period", "periods", "window"),
            OverlayForms.Multiplier("multiplier", "standard deviations between line and edges", 2, (0, 1_000)),
            ParameterForms.Source("source"),
        ],
        Outputs =
        [
            PaneForms.Line("Middle", "rgb(242,54,69)"),
            PaneForms.Line("Upper", OverlayForms.Blue),
            PaneForms.Line("Lower", OverlayForms.Blue),
        ],
        Bands = [OverlayForms.Fill("Upper", "Lower")],
        LegendInputs = ["length", "multiplier", "source"],
        WarmUpBars = static inputs => (int)inputs[Length] - 1,
        RemembersStart = true,
        Compute = static (bars, inputs) => Compute(
            bars.Prices((PriceSource)inputs[Source]), (int)inputs[Length], inputs[Multiplier]),
    };

    /// <summary>The line through the last n prices, or all when there are fewer; its edges lie √(Σ residue² / (n − 1))
    /// away, times the multiplier.</summary>
    private static IReadOnlyList<IndicatorPlot> Compute(ReadOnlySpan<double> prices, int length, double multiplier)
    {
        double[][] lines = [new double[prices.Length], new double[prices.Length], new double[prices.Length]];
        foreach (double[] line in lines) Array.Fill(line, double.NaN);
        int count = Math.Min(length, prices.Length);
        if (count >= FewestValues)
        {
            var fit = new RollingFit(count);
            foreach (double price in prices[^count..]) fit.Next(price);
            double squares = 0;
            for (int age = 0; age < count; age++)
            {
                lines[0][^(age + 1)] = fit.End - age * fit.Slope;
                double residue = prices[^(age + 1)] - lines[0][^(age + 1)];
                squares += residue * residue;
            }

            double distance = multiplier * Math.Sqrt(squares / (count - 1));
            for (int i = prices.Length - count; i < prices.Length; i++)
                (lines[1][i], lines[2][i]) = (lines[0][i] + distance, lines[0][i] - distance);
        }

        return [.. lines.Select(line => new IndicatorPlot(line))];
    }
}
