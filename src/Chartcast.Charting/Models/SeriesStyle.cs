using Chartcast.Charting.Specs;
using Chartcast.Drawing.Painting;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Models;

/// <summary>How the main series looks: what the specification overrides, else what the caller usually has.</summary>
internal readonly struct SeriesStyle(ChartSpec spec)
{
    /// <summary>A colour.</summary>
    public Rgba Color(string attribute, Rgba usual) => Find(attribute)?.Color ?? usual;

    /// <summary>A number.</summary>
    public double Number(string attribute, double usual) => Find(attribute)?.Number ?? usual;

    /// <summary>A switch.</summary>
    public bool Switch(string attribute, bool usual) => Find(attribute)?.Switch ?? usual;

    /// <summary>Which price of a bar is drawn.</summary>
    public PriceSource Source => Find("priceSource")?.Word is { } word
        ? (PriceSource)Math.Max(0, Array.IndexOf(StyleValueReader.PriceSources, word))
        : PriceSource.Close;

    /// <summary>The pen of a line.</summary>
    /// <param name="colorAttribute">The key of its colour.</param>
    /// <param name="usual">Its usual colour.</param>
    /// <param name="ratio">Device pixels per logical pixel.</param>
    public Stroke Pen(string colorAttribute, Rgba usual, int ratio) => new(
        Color(colorAttribute, usual), Number("linewidth", UsualLinePx) * ratio,
        OverriddenStyles.DashOf(Number("linestyle", 0)));

    /// <summary>Width of the main series' line in logical pixels.</summary>
    public const double UsualLinePx = 2;

    private StudyStyleValue? Find(string attribute) =>
        spec.SeriesOverrides.Count > 0
        && spec.SeriesOverrides.TryGetValue($"{spec.Style.KeyPrefix()}.{attribute}", out StudyStyleValue value)
            ? value
            : null;
}
