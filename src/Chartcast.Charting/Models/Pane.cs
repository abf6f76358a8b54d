using Chartcast.Drawing.Geometry;

namespace Chartcast.Charting.Models;

/// <summary>One of the stacked parts of a chart that share the time axis.</summary>
internal sealed class Pane
{
    public Pane(string title, bool isPrice)
    {
        Title = title;
        IsPrice = isPrice;
    }

    /// <summary>What it shows, such as <c>price</c> or <c>RSI</c>.</summary>
    public string Title { get; }

    /// <summary>Whether the main series is here.</summary>
    public bool IsPrice { get; }

    /// <summary>What is drawn here, in drawing order.</summary>
    public List<Study> Studies { get; } = [];

    /// <summary>Top edge in logical pixels.</summary>
    public int TopPx { get; set; }

    /// <summary>Height in logical pixels.</summary>
    public int HeightPx { get; set; }

    /// <summary>Its device pixels, price axis not included.</summary>
    public PixelRect Area { get; set; }

    public PriceScale Scale { get; set; }

    public PriceFormat Format { get; set; }

    /// <summary>What the axis labels and the grid marks, as it is written: percent or points on a relative scale,
    /// else values; greatest first.</summary>
    public double[] Ticks { get; set; } = [];

    /// <summary>How the marks are written, which on a relative scale is not how values are.</summary>
    public PriceFormat TickFormat => Scale.LabelFormat(Format);

    /// <summary>Last values on the axis.</summary>
    public List<AxisTag> Tags { get; } = [];
}

/// <summary>A last value on the price axis.</summary>
internal record struct AxisTag
{
    /// <summary>Its own row in logical pixels from the pane's top, where the value lies.</summary>
    public double Row { get; set; }

    /// <summary>Where it is drawn after making room, by its middle.</summary>
    public double PlacedRow { get; set; }

    /// <summary>What is written.</summary>
    public double Value { get; set; }

    public PriceFormat Format { get; set; }

    public Drawing.Painting.Rgba Color { get; set; }

    /// <summary>Whose value it is, shown beside it; empty for no name.</summary>
    public string Name { get; set; }

    /// <summary>Whether it is the main series', which the others give way to.</summary>
    public bool IsMain { get; set; }
}
