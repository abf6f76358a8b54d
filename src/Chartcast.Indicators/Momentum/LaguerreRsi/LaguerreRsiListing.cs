using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.LaguerreRsi;

internal static class LaguerreRsiListing
{
    private const int Gamma = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Laguerre RSI",
        Aliases = ["laguerre_rsi", "laguerre", "lrsi"],
        ShortTitle = "LaRSI",
        Description = "Laguerre RSI: a quick relative strength index from four filters, 0 to 1; above 0.8 overbought, "
            + "below 0.2 oversold.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Number("gamma", "share of its past that a filter keeps", 0.5, (0, 0.99), "factor"),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(126,87,194)")],
        Levels = PaneForms.Limits(0.8, 0.2),
        Bands = [PaneForms.BetweenLimits("rgba(126,87,194,0.1)")],
        LegendInputs = ["gamma"],
        WarmUpBars = static inputs => SettlingBars(inputs[Gamma]),
        Stream = static context => new LaguerreRsi(context.Number(Gamma)),
    };

    // Four filters behind one another, each of which forgets all but a hundred-millionth in that time.
    private static int SettlingBars(double gamma) =>
        4 + (gamma == 0 ? 0 : (int)Math.Ceiling(4 * Math.Log(1e-8) / Math.Log(gamma)));
}
