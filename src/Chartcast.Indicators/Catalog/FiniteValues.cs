namespace Chartcast.Indicators.Catalog;

/// <summary>What overflows is no value: nothing downstream has to know infinities.</summary>
internal static class FiniteValues
{
    /// <summary>A value, or NaN in place of an infinity.</summary>
    public static double Of(double value) => double.IsInfinity(value) ? double.NaN : value;

    /// <summary>Replaces infinities in all plots.</summary>
    public static IReadOnlyList<IndicatorPlot> Of(IReadOnlyList<IndicatorPlot> plots)
    {
        foreach (IndicatorPlot plot in plots)
        {
            for (int i = 0; i < plot.Values.Length; i++) plot.Values[i] = Of(plot.Values[i]);
        }

        return plots;
    }
}
