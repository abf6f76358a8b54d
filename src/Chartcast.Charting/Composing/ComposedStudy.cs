using Chartcast.Charting.Specs;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Composing;

/// <summary>A computed study.</summary>
public sealed class ComposedStudy
{
    private readonly RentedPlots _lent;
    private IReadOnlyList<IndicatorPlot>? _plots;

    internal ComposedStudy(StudySpec spec, RentedPlots plots, IReadOnlyList<double> lastValues)
    {
        Spec = spec;
        _lent = plots;
        LastValues = lastValues;
    }

    /// <summary>What was asked for.</summary>
    public StudySpec Spec { get; }

    /// <summary>The value every plot shows at the last bar; <see cref="double.NaN"/> where there is none.</summary>
    public IReadOnlyList<double> LastValues { get; }

    /// <summary>How much was traded at which price of the bars shown; null for studies that are no profile.</summary>
    public VolumeProfile? Profile { get; internal init; }

    /// <summary>One per output of the listing, in its order, over all drawn bars including warm-up; a copy that stays,
    /// made when first asked for.</summary>
    /// <exception cref="ObjectDisposedException">The chart was disposed before.</exception>
    public IReadOnlyList<IndicatorPlot> Plots => _plots ??= _lent.Copy(Spec.Listing);
}
