using System.Text.Json.Serialization;

namespace Chartcast.Generation.Requests;

/// <summary>The numbers behind a picture: complete without it, and never holding its bytes.</summary>
/// <remarks>Serialized as it stands (camel case) into <c>structuredContent</c>, <c>/charts/{id}.json</c> and the
/// history.
/// The request's id, status, picture and duration are added by <see cref="ChartRecord"/>'s writers.</remarks>
public sealed record ChartReport
{
    /// <summary>The symbol as drawn, such as <c>NASDAQ:AAPL</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>The interval as drawn, such as <c>1D</c>.</summary>
    public required string Interval { get; init; }

    /// <summary>The chart type's wire name, such as <c>candlestick</c>.</summary>
    public required string ChartType { get; init; }

    /// <summary>Who drew: <c>local</c> or <c>chart-img</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>Where the bars came from; null when the provider does not tell.</summary>
    public SourceReport? Source { get; init; }

    /// <summary>What the picture shows; null when the provider does not tell.</summary>
    public BarsReport? Bars { get; init; }

    /// <summary>Decimals the symbol's prices are shown with, 0–12; null when the provider does not tell.</summary>
    public int? PriceDecimals { get; init; }

    /// <summary>The last bar shown; null when the provider does not tell.</summary>
    public LastBarReport? Last { get; init; }

    /// <summary>The symbols it is compared with; null for none.</summary>
    public IReadOnlyList<ComparedReport>? Compared { get; init; }

    /// <summary>Every indicator with its last values, in drawing order.</summary>
    public IReadOnlyList<IndicatorReport> Indicators { get; init; } = [];

    /// <summary>The chart in one sentence, for those who cannot see it; null when the provider does not tell.</summary>
    public string? AltText { get; init; }

    /// <summary>How pixels map to time and price; null when the provider does not tell.</summary>
    public AxesReport? Axes { get; init; }

    /// <summary>The charts of a sheet, row by row; null for a single chart.</summary>
    public IReadOnlyList<TileReport>? Charts { get; init; }

    /// <summary>Where the provider keeps the picture for everyone; null when it does not.</summary>
    public StoredReport? Stored { get; init; }

    /// <summary>What the reader should know: dropped rows, gaps, clamps, missing volume.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>A picture that the provider keeps for everyone who has its address.</summary>
/// <param name="Url">Its address.</param>
/// <param name="ExpiresAt">When it is removed, ISO 8601 UTC; null when the provider does not tell.</param>
public sealed record StoredReport(string Url, DateTimeOffset? ExpiresAt);

/// <summary>Where bars came from.</summary>
/// <param name="Venue">The market or file, such as <c>FILE</c>, <c>DEMO</c> or <c>NASDAQ</c>.</param>
/// <param name="Feed">The feed that delivered them: <c>csv</c>, <c>sample</c>, <c>tradingview</c>.</param>
/// <param name="DelaySeconds">Known delay of the data; null when unknown.</param>
/// <param name="FetchedAt">When they were read, ISO 8601 UTC.</param>
/// <param name="Adjusted"><c>none</c>, <c>splits</c>, <c>splits+dividends</c> or <c>unknown</c>.</param>
/// <param name="Sample">True for made-up sample data.</param>
public sealed record SourceReport(
    string Venue, string Feed, int? DelaySeconds, DateTimeOffset FetchedAt, string Adjusted, bool Sample);

/// <summary>Which bars a picture shows.</summary>
/// <param name="Count">How many.</param>
/// <param name="First">Time of the first, ISO 8601.</param>
/// <param name="Last">Time of the last, ISO 8601.</param>
/// <param name="Gaps">How many intervals inside sessions have no bar.</param>
public sealed record BarsReport(int Count, string First, string Last, int Gaps);

/// <summary>The last bar shown.</summary>
public sealed record LastBarReport
{
    /// <summary>Open time, ISO 8601; a date for daily and longer bars.</summary>
    public required string Time { get; init; }

    /// <summary>First price.</summary>
    public required double Open { get; init; }

    /// <summary>Highest price.</summary>
    public required double High { get; init; }

    /// <summary>Lowest price.</summary>
    public required double Low { get; init; }

    /// <summary>Last price.</summary>
    public required double Close { get; init; }

    /// <summary>Volume, or null when unknown.</summary>
    public double? Volume { get; init; }

    /// <summary>Close minus the previous close; null for a single bar.</summary>
    public double? Change { get; init; }

    /// <summary>The change in percent of the previous close; null for a single bar.</summary>
    public double? ChangePercent { get; init; }

    /// <summary>Whether the bar is finished.</summary>
    public required bool Closed { get; init; }
}

/// <summary>One indicator and its last values.</summary>
/// <param name="Name">The exact name, such as <c>Relative Strength Index</c>.</param>
/// <param name="Input">Its inputs by key: numbers, or words for choices, booleans for
/// switches.</param>
/// <param name="Plots">The last value of every plot by key; null where there is none.</param>
public sealed record IndicatorReport(
    string Name,
    IReadOnlyDictionary<string, InputValue> Input,
    IReadOnlyDictionary<string, double?> Plots);

/// <summary>A number, a word or a switch.</summary>
/// <param name="Number">The number, unless it is one of the others.</param>
/// <param name="Word">The word, or null.</param>
/// <param name="Switch">The switch, or null.</param>
[JsonConverter(typeof(InputValueConverter))]
public readonly record struct InputValue(double Number, string? Word = null, bool? Switch = null)
{
    /// <summary>How people write it.</summary>
    /// <param name="number">Writes a number.</param>
    public string Text(Func<double, string> number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return Switch is { } isOn ? (isOn ? "true" : "false") : Word ?? number(Number);
    }
}

/// <summary>How the picture's pixels map to time and price, so that it can be checked against the numbers.</summary>
/// <param name="Time">The horizontal axis.</param>
/// <param name="Panes">The panes from top to bottom; the first is the price pane.</param>
public sealed record AxesReport(TimeAxisReport Time, IReadOnlyList<PaneAxisReport> Panes);

/// <summary>The horizontal axis: bar i is centred at <c>firstX + i · spacing</c>.</summary>
/// <param name="FirstX">Centre of the first bar shown, in picture pixels.</param>
/// <param name="Spacing">Pixels from bar to bar.</param>
/// <param name="TimeZone">The zone of the labels.</param>
public sealed record TimeAxisReport(double FirstX, double Spacing, string TimeZone);

/// <summary>One pane's vertical axis: linear between two points, in values or in the units of
/// <paramref name="Scale"/>.</summary>
/// <param name="Title">What the pane shows, such as <c>price</c> or <c>RSI</c>.</param>
/// <param name="TopPx">First picture row of the pane.</param>
/// <param name="BottomPx">Last picture row of the pane.</param>
/// <param name="TopValue">The value at <paramref name="TopPx"/>; less than <paramref name="BottomValue"/> on an
/// inverted axis.</param>
/// <param name="BottomValue">The value at <paramref name="BottomPx"/>.</param>
/// <param name="Scale">Which units are linear; null for values themselves.</param>
public sealed record PaneAxisReport(
    string Title,
    double TopPx,
    double BottomPx,
    double TopValue,
    double BottomValue,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AxisScaleReport? Scale = null);

/// <summary>The units u(v) of an axis that is not regular: the value v is at row
/// <c>topPx + (u(topValue) − u(v)) / (u(topValue) − u(bottomValue)) · (bottomPx − topPx)</c>.</summary>
/// <remarks>percent: u = 100·(v − b)/|b|; indexedTo100: the same + 100, with b from <paramref name="Bases"/>;
/// logarithmic: u = sign(v)·(log10(|v| + <paramref name="LogOffset"/>) + <paramref name="LogShift"/>).</remarks>
/// <param name="Mode"><c>percent</c>, <c>indexedTo100</c> or <c>logarithmic</c>.</param>
/// <param name="LogShift">Only of logarithmic axes.</param>
/// <param name="LogOffset">Only of logarithmic axes.</param>
/// <param name="Bases">The price b of each symbol that is 0 % or 100 points; only of percent and indexed axes.</param>
public sealed record AxisScaleReport(
    string Mode,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? LogShift,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? LogOffset,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyDictionary<string, double>? Bases);
