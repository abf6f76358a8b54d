using System.Collections.Frozen;
using Chartcast.Charting.Specs;
using Chartcast.Drawing.Painting;
using Chartcast.Generation.MarketData;

namespace Chartcast.Generation.Requests;

/// <summary>What a chart shows besides the bars and studies of its symbol, and how: everything that is kept as it was
/// asked for and read again when needed.</summary>
/// <remarks>Two appearances are equal when they were asked for in the same words.</remarks>
public sealed class ChartAppearance : IEquatable<ChartAppearance>
{
    /// <summary>The usual picture.</summary>
    public static readonly ChartAppearance Default = new();

    /// <summary>The arguments it was read from, as canonical JSON of one object; <c>{}</c> for the usual
    /// picture.</summary>
    public string Json { get; init; } = "{}";

    /// <summary>How values are mapped to rows.</summary>
    public ScaleOptions Scale { get; init; } = ScaleOptions.Default;

    /// <summary>What is shown besides bars, studies and drawings.</summary>
    public DisplayOptions Display { get; init; } = DisplayOptions.Default;

    /// <summary>How the main series looks, by key; only what differs from the usual look.</summary>
    public IReadOnlyDictionary<string, StudyStyleValue> SeriesOverrides { get; init; } =
        FrozenDictionary<string, StudyStyleValue>.Empty;

    /// <summary>Colours that take the place of the theme's, by the keys of <see cref="ThemeKeys"/>.</summary>
    public IReadOnlyDictionary<string, Rgba> ThemeOverrides { get; init; } = FrozenDictionary<string, Rgba>.Empty;

    /// <summary>Drawings on the price pane, in drawing order.</summary>
    public IReadOnlyList<DrawingSpec> Drawings { get; init; } = [];

    /// <summary>A text behind the bars; null for none.</summary>
    public WatermarkSpec? Watermark { get; init; }

    /// <summary>How many bars the picture ends before the newest one, 0–1000.</summary>
    public int ShiftLeftBars { get; init; }

    /// <summary>Slots kept free right of the last bar, 0–1000.</summary>
    public int ShiftRightBars { get; init; }

    /// <summary>Other symbols to draw as lines, at most <see cref="AppearanceArguments.MaximumCompared"/>.</summary>
    public IReadOnlyList<Symbol> Compared { get; init; } = [];

    /// <summary>The same with other drawings; only for a provider's own use, since <see cref="Json"/> stays.</summary>
    internal ChartAppearance WithDrawings(IReadOnlyList<DrawingSpec> drawings) => Copy(drawings, Watermark);

    /// <summary>The same without a watermark; only for a provider's own use, since <see cref="Json"/> stays.</summary>
    internal ChartAppearance WithoutWatermark() => Copy(Drawings, null);

    private ChartAppearance Copy(IReadOnlyList<DrawingSpec> drawings, WatermarkSpec? watermark) => new()
    {
        Json = Json,
        Scale = Scale,
        Display = Display,
        SeriesOverrides = SeriesOverrides,
        ThemeOverrides = ThemeOverrides,
        Drawings = drawings,
        Watermark = watermark,
        ShiftLeftBars = ShiftLeftBars,
        ShiftRightBars = ShiftRightBars,
        Compared = Compared,
    };

    /// <inheritdoc/>
    public bool Equals(ChartAppearance? other) => other is not null && other.Json == Json;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ChartAppearance);

    /// <inheritdoc/>
    public override int GetHashCode() => Json.GetHashCode(StringComparison.Ordinal);
}
