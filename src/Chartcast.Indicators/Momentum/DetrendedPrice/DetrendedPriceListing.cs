using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.DetrendedPrice;

internal static class DetrendedPriceListing
{
    private const int Length = 0, IsCentered = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "Detrended Price Oscillator",
        Aliases = ["dpo", "detrended_price_oscillator"],
        ShortTitle = "DPO",
        Description = "Detrended price oscillator: the close minus an earlier mean, so that cycles show without the "
            + "trend.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Length("in_0", 21, 100_000),
            ParameterForms.Switch("in_1", "whether it is drawn at the bar that the mean is centred on", false,
                "centered", "is_centered", "iscentered"),
        ],
        Outputs = [PaneForms.Line("DPO", "rgb(67,160,71)")],
        Levels = [PaneForms.Zero()],
        LegendInputs = ["in_0"],
        WarmUpBars = static inputs => (int)inputs[Length] - 1 + DetrendedPrice.EarlierBars((int)inputs[Length]),
        OffsetBars = static inputs =>
            [inputs[IsCentered] == 0 ? 0 : -DetrendedPrice.EarlierBars((int)inputs[Length])],
        Stream = static context => new DetrendedPrice(context.Whole(Length), context.Switch(IsCentered)),
    };
}
