using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.StandardError;

internal static class StandardErrorListing
{
    private const int Shortest = 3, Longest = 100_000;

    public static IndicatorListing Create() => new()
    {
        Name = "Standard Error",
        Aliases = ["stderr", "standard_error"],
        ShortTitle = "SE",
        Description = "How far the last closes scatter about their own straight line; low in a steady trend.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Whole("length", "length in bars", 14, (Shortest, Longest), "period", "periods", "window"),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(255,109,0)")],
        LegendInputs = ["length"],
        WarmUpBars = inputs => (int)inputs[0] - 1,
        Stream = static context =>
        {
            var error = new RollingStandardError(context.Whole(0));
            return new OnePlotStream((in bar) => error.Next(bar.Close));
        },
    };
}
