using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.HammingAverage;

internal static class HammingListing
{
    private const int Length = 0;
    private const double Level = 0.54, Swing = 0.46;

    public static IndicatorListing Create() => LineListing.Create(new LineForm
    {
        Names = ["Moving Average Hamming", "hamming", "hamming_moving_average", "moving_average_hamming"],
        ShortTitle = "Hamming",
        Description = "Hamming moving average: prices in the middle of the window weigh most.",
        Parameters = [ParameterForms.Length("periods", 10, 10_000)],
        PlotKey = "Plot 1",
        Color = "rgb(76,175,80)",
        Start = static context => new KernelMean(Weights(context.Whole(Length))).Next,
        WarmUpBars = static inputs => (int)inputs[Length] - 1,
    });

    // R. W. Hamming's window: R. B. Blackman, J. W. Tukey, "The Measurement of Power Spectra", 1958.
    private static double[] Weights(int length)
    {
        var weights = new double[length];
        double step = 2 * Math.PI / Math.Max(1, length - 1);
        for (int j = 0; j < length; j++) weights[j] = Level - Swing * Math.Cos(j * step);
        return weights;
    }
}
