namespace Chartcast.Charting.Specs;

/// <summary>The prices at the bottom and the top of the price pane; one of them may be left to the bars.</summary>
/// <param name="From">The price at the bottom; null for the lowest shown, less the margin.</param>
/// <param name="To">The price at the top, greater than <paramref name="From"/>; null for the highest shown, plus the
/// margin.</param>
/// <param name="Margin">How far the bound that is left to the bars lies beyond them, as a share of that price,
/// 0.001–0.1; default 0.0025. Without meaning when both bounds are given.</param>
public sealed record PriceRangeSpec(double? From, double? To, double Margin = PriceRangeSpec.DefaultMargin)
{
    /// <summary>The usual margin.</summary>
    public const double DefaultMargin = 0.0025;

    /// <summary>The least margin.</summary>
    public const double MinimumMargin = 0.001;

    /// <summary>The greatest margin.</summary>
    public const double MaximumMargin = 0.1;
}
