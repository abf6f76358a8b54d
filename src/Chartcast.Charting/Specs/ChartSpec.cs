using System.Collections.Frozen;
using Chartcast.Drawing.Painting;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Specs;

/// <summary>Everything that decides what a picture looks like, except for the bars.</summary>
/// <remarks>Two equal specs over the same bars make the same picture, byte for byte, on every machine.</remarks>
public sealed record ChartSpec
{
    /// <summary>Smallest width and height in logical (CSS) pixels.</summary>
    public const int MinimumSizePx = 100;

    /// <summary>Largest width and height in logical (CSS) pixels.</summary>
    public const int MaximumSizePx = 4096;

    /// <summary>Largest number of device pixels to a logical one.</summary>
    public const int MaximumPixelRatio = 4;

    /// <summary>Most slots that can be kept free right of the last bar.</summary>
    public const int MaximumFreeSlots = 1000;

    /// <summary>Most decimals a price is shown with.</summary>
    public const int MaximumPriceDecimals = 12;

    /// <summary>The symbol as the legend splits it at the colon, such as <c>NASDAQ:AAPL</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>How long a bar lasts; decides whether the time axis shows a time of day.</summary>
    public required BarInterval Interval { get; init; }

    /// <summary>The symbol's name, such as a company's; untrusted text, used in the text alternative only; null when
    /// unknown.</summary>
    public string? Description { get; init; }

    /// <summary>How the main series is drawn; default candles.</summary>
    public ChartStyle Style { get; init; } = ChartStyle.Candlestick;

    /// <summary>Width in logical pixels, 100–4096; default 800.</summary>
    public int WidthPx { get; init; } = 800;

    /// <summary>Height in logical pixels, 100–4096; default 600.</summary>
    public int HeightPx { get; init; } = 600;

    /// <summary>Device pixels per logical pixel, 1–4; default 1.</summary>
    public int PixelRatio { get; init; } = 1;

    /// <summary>One of <see cref="ChartThemes.Names"/>; default <c>light</c>.</summary>
    public string Theme { get; init; } = "light";

    /// <summary>Colours that take the place of the theme's, by the keys of <see cref="ThemeKeys"/>; none by
    /// default.</summary>
    public IReadOnlyDictionary<string, Rgba> ThemeOverrides { get; init; } = FrozenDictionary<string, Rgba>.Empty;

    /// <summary>The zone that intraday times are shown in; default UTC. Daily and longer bars are dates without a
    /// zone.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether volume columns are drawn in the lower fifth of the price pane; default true.
    /// Ignored when a study named <c>Volume</c> is present, which then stands for it.</summary>
    public bool ShowVolume { get; init; } = true;

    /// <summary>Whether the grid is drawn; default true.</summary>
    public bool ShowGrid { get; init; } = true;

    /// <summary>Indicators in drawing order.</summary>
    public IReadOnlyList<StudySpec> Studies { get; init; } = [];

    /// <summary>The bars of the symbols that studies read besides the chart's, each once; a study whose symbol is not
    /// among them has no values.</summary>
    public IReadOnlyList<ComparedSeries> StudySeries { get; init; } = [];

    /// <summary>How the main series looks, by the keys of <see cref="SeriesStyleKeys"/> such as
    /// <c>candleStyle.upColor</c>; what is not given is as usual. Keys of another style do nothing.</summary>
    public IReadOnlyDictionary<string, StudyStyleValue> SeriesOverrides { get; init; } =
        FrozenDictionary<string, StudyStyleValue>.Empty;

    /// <summary>How values are mapped to rows.</summary>
    public ScaleOptions Scale { get; init; } = ScaleOptions.Default;

    /// <summary>What is shown besides bars, studies and drawings.</summary>
    public DisplayOptions Display { get; init; } = DisplayOptions.Default;

    /// <summary>Drawings on the price pane, in drawing order.</summary>
    public IReadOnlyList<DrawingSpec> Drawings { get; init; } = [];

    /// <summary>Other symbols drawn as lines on the price pane.</summary>
    public IReadOnlyList<ComparedSeries> Compared { get; init; } = [];

    /// <summary>A text behind the bars; null for none.</summary>
    public WatermarkSpec? Watermark { get; init; }

    /// <summary>Decimals of prices, 0–12; default 2.</summary>
    public int PriceDecimals { get; init; } = 2;

    /// <summary>Index of the first bar shown; the bars before it only warm indicators up. 0 to the number of bars −
    /// 1.</summary>
    public int FirstVisible { get; init; }

    /// <summary>Slots kept free right of the last bar, 0–1000, such as for drawings that reach into the future; default
    /// 0, the usual small margin.</summary>
    public int FreeSlots { get; init; }

    /// <summary>Whether the bars are made up, which the picture then says.</summary>
    public bool IsSample { get; init; }
}
