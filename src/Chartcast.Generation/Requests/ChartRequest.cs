using Chartcast.Charting.Specs;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests.Sheets;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.Requests;

/// <summary>Which format the picture has.</summary>
public enum ImageFormat
{
    /// <summary>PNG, indexed where the colours allow it.</summary>
    Png,

    /// <summary>SVG; local engine only.</summary>
    Svg,

    /// <summary>JPEG: without transparency, lines a little blurred.</summary>
    Jpeg,

    /// <summary>Lossless WebP: the pixels of the PNG; local engine only.</summary>
    Webp,
}

/// <summary>Who is to draw.</summary>
public enum ProviderPreference
{
    /// <summary>Chart-IMG when a key is set, else the local engine.</summary>
    Auto,

    /// <summary>Chart-IMG, or an error.</summary>
    ChartImg,

    /// <summary>The local engine, or an error.</summary>
    Local,
}

/// <summary>A checked, complete request for one chart. Two equal requests ask for the same picture.</summary>
public sealed record ChartRequest
{
    /// <summary>Smallest width and height in CSS pixels.</summary>
    public const int MinimumSizePx = 100;

    /// <summary>Largest width and height in CSS pixels.</summary>
    public const int MaximumSizePx = 4096;

    /// <summary>How many indicators one chart takes at most: as many as Chart-IMG's largest plan.</summary>
    public const int MaximumStudies = 50;

    /// <summary>What to draw.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>How long a bar lasts; default one day.</summary>
    public BarInterval Interval { get; init; } = BarInterval.Day;

    /// <summary>Whether the nearest coarser bars are taken, with a warning, where there are none as short as
    /// <see cref="Interval"/>; default false, which makes that an error.</summary>
    public bool TakesCoarserBars { get; init; }

    /// <summary>How the main series is drawn; default candles.</summary>
    public ChartStyle Style { get; init; } = ChartStyle.Candlestick;

    /// <summary>Width in CSS pixels, 100–4096; default 800.</summary>
    public int WidthPx { get; init; } = 800;

    /// <summary>Height in CSS pixels, 100–4096; default 600.</summary>
    public int HeightPx { get; init; } = 600;

    /// <summary>Device pixels per CSS pixel, 1–4; default 1. The picture has width × ratio by height × ratio
    /// pixels.</summary>
    public int PixelRatio { get; init; } = 1;

    /// <summary><c>light</c> (default) or <c>dark</c>.</summary>
    public string Theme { get; init; } = "light";

    /// <summary>IANA id of the zone that intraday times are shown in; default <c>America/New_York</c>.</summary>
    public string TimeZoneId { get; init; } = "America/New_York";

    /// <summary>Which part of the trading day intraday bars are shown of; null for all bars the feed has.</summary>
    public TradingSession? Session { get; init; }

    /// <summary>How many bars to show, 1–20,000; null for as many as fit well (116 on 800 px, 6 px apart).</summary>
    public int? BarCount { get; init; }

    /// <summary>First bar time to show, inclusive, or null.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Last bar time to show, inclusive, or null for the newest.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>A named range that ends with the newest bar, one of <see cref="ChartRange.Names"/>, or null; never
    /// together
    /// with <see cref="From"/> or <see cref="To"/>. <see cref="ChartRange.StartOf"/> tells where it begins.</summary>
    public string? Range { get; init; }

    /// <summary>Whether volume columns are drawn; default true.</summary>
    public bool ShowVolume { get; init; } = true;

    /// <summary>Whether the grid is drawn; default true.</summary>
    public bool ShowGrid { get; init; } = true;

    /// <summary>Indicators in drawing order; at most <see cref="MaximumStudies"/>.</summary>
    public IReadOnlyList<StudySpec> Studies { get; init; } = [];

    /// <summary>What else is shown, and how; default the usual picture.</summary>
    public ChartAppearance Appearance { get; init; } = ChartAppearance.Default;

    /// <summary>Format of the picture; default PNG.</summary>
    public ImageFormat Format { get; init; } = ImageFormat.Png;

    /// <summary>Who draws; default auto.</summary>
    public ProviderPreference Provider { get; init; } = ProviderPreference.Auto;

    /// <summary>Whether what is over the plan of a Chart-IMG key is made to fit it, with a warning; default false,
    /// which makes that an error, or a chart of the local engine.</summary>
    public bool AllowClamp { get; init; }

    /// <summary>The layout that Chart-IMG draws; null for a chart of its own.</summary>
    public LayoutReference? Layout { get; init; }

    /// <summary>Whether it is the small chart of lists and pages, which Chart-IMG has an endpoint of its own for; the
    /// rest of the request says the same in full. Default false.</summary>
    public bool IsMini { get; init; }

    /// <summary>Whether Chart-IMG also keeps the picture, for everyone who has its address; default false.</summary>
    public bool IsStoredAtProvider { get; init; }

    /// <summary>The charts of a sheet; null for a single chart. With it, <see cref="Symbol"/>, <see cref="Interval"/>
    /// and the rest are those of its first chart, except for the size, which is the whole sheet's.</summary>
    public ChartSheet? Sheet { get; init; }

    /// <summary>What was left out or read otherwise than it was asked; the first warnings of the answer.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The arguments as they came, as one JSON object; kept for history, never trusted.</summary>
    public string ArgumentsJson { get; init; } = "{}";
}

/// <summary>Who asked.</summary>
/// <param name="ClientId">The client's own id (1–128 of <c>A-Z a-z 0-9 . _ : -</c>), or null when it gave none.</param>
/// <param name="Transport">Where the request came in: <c>cli</c>, <c>stdio</c>, <c>mcp</c>, <c>guide</c>,
/// <c>chart-img-api</c>.</param>
public sealed record ChartCaller(string? ClientId, string Transport)
{
    /// <summary>Whose request it is: the caller's name as authenticated, or null without authentication. Unlike
    /// <see cref="ClientId"/> it cannot be chosen, and who may see the request hangs on it.</summary>
    public string? Owner { get; init; }
}
