using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volume.VariableAccumulation;

internal static class VariableAccumulationListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Williams Variable Accumulation Distribution",
        Aliases = ["wvad", "variable_accumulation_distribution"],
        ShortTitle = "WVAD",
        Description = "Volume weighted by how much of a bar's range lies between open and close.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("length", 1, 2_000)],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        Levels = [PaneForms.Zero()],
        LegendInputs = ["length"],
        WarmUpBars = inputs => (int)inputs[0] - 1,
        Stream = static context => new OnePlotStream(new VariableAccumulation(context.Whole(0)).Next),
    };
}
