using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>The price pane as drawings see it: times are columns, prices rows, both in device pixels.</summary>
/// <remarks>Whole columns and rows are those that crisp items are centred on.</remarks>
internal sealed class DrawingCanvas
{
    private static readonly DashPattern[] Dashes =
    [
        DashPattern.Solid, DashPattern.Dotted, DashPattern.Dashed, DashPattern.LargeDashed, DashPattern.SparseDotted,
        DashPattern.SparseDashed,
    ];

    public DrawingCanvas(SceneBuilder scene, Chart chart)
    {
        Scene = scene;
        Chart = chart;
        Pane = chart.PricePane;
        Times = chart.Times;
        Spec = chart.Spec.Drawings[0];
    }

    public SceneBuilder Scene { get; }

    public Chart Chart { get; }

    public Pane Pane { get; }

    public TimePlacement Times { get; }

    /// <summary>What is being drawn.</summary>
    public DrawingSpec Spec { get; set; }

    public PixelRect Area => Pane.Area;

    public int Ratio => Chart.Ratio;

    /// <summary>How many notes already stand in each corner, as the height they take.</summary>
    public double[] CornerHeights { get; } = new double[4];

    public double X(string timeKey) => ColumnOf(Times.SlotOf(Time(timeKey)));

    public double Y(string priceKey) => RowOf(Price(priceKey));

    public PixelPoint Point(string timeKey, string priceKey) => new(X(timeKey), Y(priceKey));

    /// <summary>The column of a slot; slots between bars lie between their columns.</summary>
    public double ColumnOf(double slot) => DrawingPlaces.ColumnOf(Chart, slot);

    public double RowOf(double price) => DrawingPlaces.RowOf(Chart, price);

    /// <summary>The first row below the legend: texts at the top of the pane begin here.</summary>
    public double LegendBottom => Area.Top
        + (Chart.Spec.Display.ShowLegend ? Px(LegendView.HeightPx(Chart, Pane)) : 0);

    /// <summary>Logical pixels in device pixels.</summary>
    public double Px(double logicalPx) => logicalPx * Ratio;

    public DrawingTime Time(string key) => Spec.Input(key)!.Value.Time!.Value;

    public double Price(string key) => Spec.Input(key)!.Value.Number!.Value;

    public string? TextInput() => Spec.Input("text")?.Text;

    public bool Is(string key) => Spec.Style(key).Switch ?? false;

    public double Number(string key) => Spec.Style(key).Number ?? 0;

    public Rgba Color(string key) => Spec.Style(key).Color ?? default;

    public string Word(string key) => Spec.Style(key).Text ?? "";

    /// <summary>A line width in whole device pixels.</summary>
    public int WidthPx() => Math.Max(1, DevicePixels.Round(Px(Number("lineWidth"))));

    public DashPattern Dash() => Dashes[(int)Number("lineStyle")];

    /// <summary>How the drawing's texts look.</summary>
    /// <param name="colorKey">The key of their colour.</param>
    public LabelStyle Label(string colorKey) => Label(Color(colorKey));

    /// <summary>How the drawing's texts look, in a colour.</summary>
    public LabelStyle Label(Rgba color)
    {
        bool isBold = Spec.Listing.TryFindOverride("fontBold", out _) && Is("fontBold");
        bool isItalic = Spec.Listing.TryFindOverride("fontItalic", out _) && Is("fontItalic");
        return new LabelStyle(
            isBold ? FontFace.Medium : FontFace.Regular, Px(Number("fontSize")), color, isItalic);
    }

    /// <summary>The bar nearest to a time.</summary>
    public int BarAt(string timeKey) =>
        (int)Math.Clamp(Math.Round(Times.SlotOf(Time(timeKey))), 0, Chart.Bars.Count - 1);
}
