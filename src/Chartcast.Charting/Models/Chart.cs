using Chartcast.Charting.Layouts;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Themes;
using Chartcast.Drawing.Painting;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Models;

/// <summary>All that is decided about one picture; the steps of composing fill it from top to bottom.</summary>
internal sealed class Chart
{
    public Chart(ChartSpec spec, BarSeries bars)
    {
        Spec = spec;
        Source = bars;
        Bars = bars;
        First = spec.FirstVisible;
        IntervalText = spec.Interval.ToString();
        Theme = ThemePaint.Apply(BuiltInThemes.Find(spec.Theme)!, spec.ThemeOverrides);
        Clock = new ChartClock(spec.Interval, spec.TimeZone);
        Format = PriceFormat.Decimal(spec.PriceDecimals);
    }

    public ChartSpec Spec { get; }

    /// <summary>Ends what takes long.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The interval as legends and texts show it.</summary>
    public string IntervalText { get; }

    /// <summary>The market's bars.</summary>
    public BarSeries Source { get; }

    /// <summary>The bars that are drawn: the market's, or those the style makes of them.</summary>
    public BarSeries Bars { get; set; }

    /// <summary>What the legend says about how the drawn bars were made; null for the market's own.</summary>
    public string? SeriesNote { get; set; }

    /// <summary>The height of a brick or a box in price units; <see cref="double.NaN"/> for styles without.</summary>
    public double BoxSize { get; set; }

    public ChartTheme Theme { get; }

    public ChartClock Clock { get; }

    /// <summary>How prices are written.</summary>
    public PriceFormat Format { get; }

    public int Ratio => Spec.PixelRatio;

    /// <summary>Size of axis labels in logical pixels.</summary>
    public int AxisFontPx => Spec.Display.ScalesFontPx;

    /// <summary>Index of the first drawn bar shown.</summary>
    public int First { get; set; }

    public int Last => Bars.Count - 1;

    /// <summary>Slots kept free right of the last bar: as many as asked for, or as plots that are drawn ahead of it
    /// need; 0 for the usual margin.</summary>
    public int FreeSlots { get; set; }

    /// <summary>The last slot that shows anything of itself, in the free space right of the last bar.</summary>
    public int LastSlot => First + (int)Math.Clamp(Layout.PlotWidthPx / Time.SpacingPx, 0, int.MaxValue / 2);

    /// <summary>All studies in the order asked for, those without room included.</summary>
    public List<Study> Studies { get; } = [];

    /// <summary>Compared symbols in the order asked for.</summary>
    public ComparedLine[] Compared { get; set; } = [];

    /// <summary>From top to bottom; the first is the price pane, unless that is not shown.</summary>
    public List<Pane> Panes { get; } = [];

    /// <summary>The pane of the main series, also when it is not shown.</summary>
    public Pane PricePane { get; } = new("price", isPrice: true);

    public ChartLayout Layout { get; set; }

    public TimeScale Time { get; set; }

    /// <summary>When bars would open in the free slots right of the last one; empty when there are only a
    /// few.</summary>
    public long[] FutureTimes { get; set; } = [];

    /// <summary>When a bar opens, or would in the free slots.</summary>
    public long OpenTimeMs(int index) => index <= Last ? Bars.OpenTimesMs[index] : FutureTimes[index - Last - 1];

    /// <summary>What the time axis labels; nothing until it is laid out.</summary>
    public List<TimeMark> TimeMarks { get => field ??= []; set; }

    /// <summary>Where any time lies among the bars.</summary>
    public TimePlacement Times => new(Bars, Clock);

    /// <summary>Whether the built-in volume columns are drawn.</summary>
    public bool HasVolumeOverlay { get; set; }

    /// <summary>The scale of the built-in volume columns.</summary>
    public PriceScale VolumeScale { get; set; }

    /// <summary>What the picture does not show, and why; most charts have none.</summary>
    public List<string> Warnings => field ??= [];

    /// <summary>The bars as they are drawn, those that share device pixels merged; from a pool, maybe longer than
    /// needed. Null until a view needs them.</summary>
    public BarGroup[]? MergedBars { get; set; }

    /// <summary>Thickness of hairlines in device pixels.</summary>
    public int HairlinePx => Ratio;

    /// <summary>Whether a bar counts as risen; equal prices do.</summary>
    public bool IsUp(int index) => Bars.Closes[index] >= Bars.Opens[index];

    /// <summary>How the main series looks where the specification says so.</summary>
    public SeriesStyle SeriesStyle => new(Spec);

    /// <summary>The price of every bar that styles of one price draw.</summary>
    public ReadOnlySpan<double> DrawnPrices => Bars.Prices(SeriesStyle.Source);

    /// <summary>The same of one bar; styles of several prices end at the close.</summary>
    public double DrawnPriceAt(int index) =>
        Spec.Style.IsOfOnePrice() ? Bars[index].Price(SeriesStyle.Source) : Bars.Closes[index];

    /// <summary>The device row that columns and areas of the main series stand on: the edge of its pane where values
    /// are least, or above the columns of volume.</summary>
    public int BaseRow
    {
        get
        {
            if (Spec.Scale.IsInverted) return PricePane.Area.Top;
            if (!HasVolumeOverlay || Spec.Style != ChartStyle.Column) return PricePane.Area.Bottom;
            return PricePane.Area.Top + (int)(PricePane.Area.Height * ScaleMargins.LowerFifth.Top);
        }
    }

    /// <summary>Whether a bar of the main series has the rising colour.</summary>
    /// <param name="index">The bar.</param>
    /// <param name="comparesCloses">Whether, when nothing is said, the previous close decides instead of the
    /// open.</param>
    public bool IsSeriesUp(int index, bool comparesCloses) =>
        index > 0 && SeriesStyle.Switch("barColorsOnPrevClose", comparesCloses)
            ? DrawnPriceAt(index) >= DrawnPriceAt(index - 1)
            : IsUp(index);

    /// <summary>The rising or falling colour of a bar, as the main series has it, opaque.</summary>
    public Rgba ColorOf(int index) =>
        ColorOf(IsSeriesUp(index, Spec.Style is ChartStyle.HollowCandle or ChartStyle.Column));

    private Rgba ColorOf(bool isUp)
    {
        Rgba color = isUp ? SeriesStyle.Color("upColor", Theme.Up) : SeriesStyle.Color("downColor", Theme.Down);
        return color.WithOpacity(1);
    }

    /// <summary>The colour of the main series at its last bar.</summary>
    public Rgba SeriesColor => Spec.Style switch
    {
        ChartStyle.Line or ChartStyle.StepLine or ChartStyle.HiLo => SeriesStyle.Color("color", Theme.Line),
        ChartStyle.Area => SeriesStyle.Color("linecolor", Theme.Line),
        ChartStyle.HlcArea => SeriesStyle.Color("closeLineColor", Theme.BaseLevel),
        ChartStyle.Baseline => BaseLevel.ColorAt(this, DrawnPriceAt(Last)),
        ChartStyle.Kagi => ColorOf(KagiPhase.IsUpAtEnd(Bars)),
        _ => ColorOf(Last),
    };

    /// <summary>The device column of a bar's centre; a crisp line one device pixel wide fills just that
    /// column.</summary>
    public int ColumnOf(int index) => DevicePixels.Round(Time.CenterOf(index) * Ratio);

    /// <summary>The last slot where a plot drawn some bars to the right may show something.</summary>
    public int LastSlotOf(int offset) =>
        offset <= 0 ? Last : (int)Math.Min(Math.Max(Last, LastSlot), (long)Last + offset);

    /// <summary>The device row of a value, as crisp items use it.</summary>
    public int RowOf(Pane pane, PriceScale scale, double value) =>
        pane.Area.Top + DevicePixels.Round(scale.RowOf(value) * Ratio);

    /// <summary>The upper and the lower of two values' device rows, whichever way up the scale is.</summary>
    public (int Top, int Bottom) RowsOf(Pane pane, PriceScale scale, double first, double second)
    {
        int one = RowOf(pane, scale, first);
        int other = RowOf(pane, scale, second);
        return one <= other ? (one, other) : (other, one);
    }
}
