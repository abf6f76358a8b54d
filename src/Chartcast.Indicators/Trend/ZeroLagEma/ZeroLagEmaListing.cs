using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.ZeroLagEma;

/// <remarks>Source: J. Ehlers, R. Way, "Zero Lag (Well, Almost)", Technical Analysis of Stocks &amp; Commodities,
/// 2010; the form without error correction.</remarks>
internal static class ZeroLagEmaListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => LineListing.Create(new LineForm
    {
        Names = ["Zero Lag EMA", "zlema", "zero_lag_ema"],
        ShortTitle = "ZLEMA",
        Description = "Zero lag exponential average: an average of prices carried forward by their own recent change.",
        Parameters = [ParameterForms.Length("length", 20, 10_000), ParameterForms.Source("source")],
        Color = OverlayForms.Blue,
        Source = 1,
        Start = static context => Start(context.Whole(Length)),
        WarmUpBars = static inputs => Lag((int)inputs[Length]) + ExponentialMean.SettlingLength((int)inputs[Length]),
    });

    private static Func<double, double> Start(int length)
    {
        var mean = new ExponentialMean(length);
        var delay = new Delay(Lag(length));
        return value => mean.Next(2 * value - delay.Next(value));
    }

    private static int Lag(int length) => (length - 1) / 2;
}
