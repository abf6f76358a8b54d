using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs;

/// <summary>One indicator on a chart: which, with what inputs, drawn how.</summary>
/// <param name="Listing">The indicator's catalogue entry.</param>
/// <param name="Inputs">A value for every parameter of the listing, in the listing's order; defaults filled in.</param>
/// <param name="Overrides">Style values by the listing's override keys (<c>Plot.color</c>, <c>Plot.linewidth</c> …);
/// only keys that differ from the default.</param>
/// <param name="ForceOverlay">Whether a study that has a pane of its own is put on the price pane instead.</param>
public sealed record StudySpec(
    IndicatorListing Listing,
    IReadOnlyList<IndicatorInput> Inputs,
    IReadOnlyDictionary<string, StudyStyleValue> Overrides,
    bool ForceOverlay)
{
    /// <summary>The symbol whose bars it reads besides the chart's; null for most studies.</summary>
    public string? Symbol
    {
        get
        {
            for (int i = 0; i < Listing.Parameters.Count; i++)
            {
                if (Listing.Parameters[i].Kind == ParameterKind.Symbol) return Inputs[i].Text;
            }

            return null;
        }
    }

    /// <summary>Whether a plot is drawn: its default, unless overridden by <c>.visible</c>.</summary>
    /// <param name="output">An output of <see cref="Listing"/>.</param>
    public bool Shows(IndicatorOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return Overrides.TryGetValue(output.Key + ".visible", out StudyStyleValue style)
            || Overrides.TryGetValue(output.Key + ".display", out style)
            ? style.Switch ?? output.IsVisible
            : output.IsVisible;
    }
}
