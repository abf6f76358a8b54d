using System.Text.Json.Serialization;

namespace Chartcast.Generation.Requests;

/// <summary>A <see cref="ChartRequest"/> as the store keeps it: names instead of catalogue entries.</summary>
internal sealed record StoredRequest
{
    public required string Symbol { get; init; }

    public required string Interval { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TakesCoarserBars { get; init; }

    public required string Style { get; init; }

    public required int WidthPx { get; init; }

    public required int HeightPx { get; init; }

    public required int PixelRatio { get; init; }

    public required string Theme { get; init; }

    public required string TimeZoneId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BarCount { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? From { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? To { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Range { get; init; }

    public required bool ShowVolume { get; init; }

    public required bool ShowGrid { get; init; }

    public required IReadOnlyList<StoredStudy> Studies { get; init; }

    public required string Format { get; init; }

    public required string Provider { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AllowClamp { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LayoutReference? Layout { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMini { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsStoredAtProvider { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Session { get; init; }

    /// <summary>The arguments of an appearance that is not the usual one, which is read again from them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AppearanceJson { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>The arguments of a sheet, which is read again from them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SheetJson { get; init; }
}

/// <summary>A study by the name of its listing.</summary>
internal sealed record StoredStudy
{
    public required string Name { get; init; }

    public required IReadOnlyList<StoredInput> Inputs { get; init; }

    public required IReadOnlyList<StoredOverride> Overrides { get; init; }

    public required bool ForceOverlay { get; init; }
}

/// <summary>One input of a study.</summary>
internal sealed record StoredInput(
    string Key, double Value,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text = null);

/// <summary>One style value of a study; exactly one of the four is set.</summary>
internal sealed record StoredOverride
{
    public required string Key { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Color { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Number { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Switch { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Word { get; init; }
}
