namespace Chartcast.Charting.Specs.Drawings;

/// <summary>Where a drawing lies among the layers of the price pane.</summary>
public enum DrawingOrder
{
    /// <summary>Before bars and studies.</summary>
    Top,

    /// <summary>Behind bars and studies, before the grid.</summary>
    Bottom,
}
