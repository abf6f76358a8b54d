using Chartcast.Charting.Specs;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Models;

/// <summary>A computed study: its values and its look.</summary>
internal sealed class Study
{
    private Study(StudySpec spec, RentedPlots plots)
    {
        Spec = spec;
        Plots = plots;
        IndicatorListing listing = spec.Listing;
        PlotStyles = new PlotStyle[listing.Outputs.Count];
        for (int i = 0; i < PlotStyles.Length; i++)
            PlotStyles[i] = OverriddenStyles.Plot(listing.Outputs[i], spec.Overrides);
        Levels = listing.Levels.Count == 0 ? [] : new LevelStyle[listing.Levels.Count];
        for (int i = 0; i < Levels.Length; i++) Levels[i] = OverriddenStyles.Level(listing.Levels[i], spec.Overrides);
        Bands = listing.Bands.Count == 0 ? [] : new BandStyle[listing.Bands.Count];
        for (int i = 0; i < Bands.Length; i++) Bands[i] = OverriddenStyles.Band(listing.Bands[i], spec.Overrides);
    }

    public StudySpec Spec { get; }

    public IndicatorListing Listing => Spec.Listing;

    /// <summary>One per output of the listing, in its order; lent until the chart is disposed.</summary>
    public RentedPlots Plots { get; }

    public PlotStyle[] PlotStyles { get; }

    public LevelStyle[] Levels { get; }

    public BandStyle[] Bands { get; }

    /// <summary>What was traded at which price of the visible bars; null for most studies.</summary>
    public StudyProfile? Profile { get; private init; }

    /// <summary>Whether it is drawn on the price pane.</summary>
    public bool IsOnPricePane => Listing.IsOverlay || Spec.ForceOverlay;

    /// <summary>Whether it is on the price pane with values that are no prices, so that it takes a scale of its
    /// own.</summary>
    public bool HasOwnScale => Spec.ForceOverlay && !Listing.IsOverlay;

    /// <summary>Whether every visible plot hangs on a base line, as volume does.</summary>
    public bool IsColumnsOnly
    {
        get
        {
            foreach (PlotStyle style in PlotStyles)
            {
                if (style.IsVisible && style.Shape is not (PlotShape.Columns or PlotShape.Histogram)) return false;
            }

            return true;
        }
    }

    /// <summary>How many bars ahead of the last one its visible plots reach; 0 for most.</summary>
    public int BarsAhead
    {
        get
        {
            int ahead = 0;
            for (int plot = 0; plot < PlotStyles.Length; plot++)
            {
                if (PlotStyles[plot].IsVisible) ahead = Math.Max(ahead, Plots.Offset(plot));
            }

            return ahead;
        }
    }

    /// <summary>The scale its values are drawn on.</summary>
    public PriceScale Scale { get; set; }

    /// <summary>How its values are written.</summary>
    public PriceFormat Format { get; set; }

    /// <summary>Computes a study over all bars, warm-up included; what follows the visible bars alone, such as a volume
    /// profile, from the first of them on.</summary>
    /// <param name="spec">Which study.</param>
    /// <param name="bars">All bars.</param>
    /// <param name="firstVisible">Index of the first visible one.</param>
    /// <param name="other">The bars of the symbol it reads besides; null for none.</param>
    /// <param name="cancellationToken">Ends the computing.</param>
    public static Study Compute(
        StudySpec spec, BarSeries bars, int firstVisible, BarSeries? other = null,
        CancellationToken cancellationToken = default)
    {
        var inputs = new double[spec.Inputs.Count];
        for (int i = 0; i < inputs.Length; i++) inputs[i] = spec.Inputs[i].Value;
        IndicatorListing listing = spec.Listing;
        if (listing.Profile is null) return new Study(spec, listing.Rent(bars, inputs, other, cancellationToken));
        using RentedPlots visible =
            listing.Rent(bars.Slice(firstVisible, bars.Count - firstVisible), inputs, other, cancellationToken);
        return new Study(spec, visible.After(firstVisible))
        {
            Profile = new StudyProfile(
                listing.Profile(bars, firstVisible, bars.Count - 1, inputs), ProfileStyle.Of(spec.Overrides)),
        };
    }

    /// <summary>The value that a plot shows above a bar, or <see cref="double.NaN"/>.</summary>
    public double ValueAt(int plot, int index)
    {
        int source = index - Plots.Offset(plot);
        ReadOnlySpan<double> values = Plots.Values(plot);
        double value = (uint)source < (uint)values.Length ? values[source] : double.NaN;
        return double.IsFinite(value) ? value : double.NaN;
    }

    /// <summary>The colour index of that value.</summary>
    public int ColorIndexAt(int plot, int index)
    {
        ReadOnlySpan<byte> indexes = Plots.ColorIndexes(plot);
        int source = index - Plots.Offset(plot);
        return (uint)source < (uint)indexes.Length ? indexes[source] : 0;
    }

    /// <summary>The range its visible plots cover between two slots; the base line of columns counts, unless prices
    /// share the scale and would be squeezed by it.</summary>
    public ValueRange RangeOf(int first, int last)
    {
        ValueRange range = ValueRange.Empty;
        for (int plot = 0; plot < PlotStyles.Length; plot++)
        {
            if (!PlotStyles[plot].IsVisible) continue;
            ReadOnlySpan<double> values = Plots.Values(plot);
            int from = Math.Max(0, first - Plots.Offset(plot));
            int to = Math.Min(values.Length, last - Plots.Offset(plot) + 1);
            if (from < to) range = range.Including(ValueRange.Of(values[from..to]));
            if (PlotStyles[plot].HasBase && (!IsOnPricePane || HasOwnScale)) range = range.Including(0);
        }

        return range;
    }
}
