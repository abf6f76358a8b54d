using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Drawing.Painting;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests.Sheets;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Requests;

/// <summary>Turns requests into canonical JSON and back: equal requests have equal bytes.</summary>
/// <remarks><see cref="ChartRequest.ArgumentsJson"/> is not part of it: it says how somebody asked, not for
/// what.</remarks>
public static class ChartRequestCodec
{
    /// <summary>Writes a request, studies by the names of their listings, overrides by key.</summary>
    public static byte[] Encode(ChartRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var stored = new StoredRequest
        {
            Symbol = request.Symbol.ToString(),
            Interval = request.Interval.ToString(),
            TakesCoarserBars = request.TakesCoarserBars,
            Style = request.Style.ToString(),
            WidthPx = request.WidthPx,
            HeightPx = request.HeightPx,
            PixelRatio = request.PixelRatio,
            Theme = request.Theme,
            TimeZoneId = request.TimeZoneId,
            BarCount = request.BarCount,
            From = request.From?.ToUniversalTime(),
            To = request.To?.ToUniversalTime(),
            Range = request.Range,
            ShowVolume = request.ShowVolume,
            ShowGrid = request.ShowGrid,
            Studies = [.. request.Studies.Select(Store)],
            Format = request.Format.ToString(),
            Provider = request.Provider.ToString(),
            AllowClamp = request.AllowClamp,
            Layout = request.Layout,
            IsMini = request.IsMini,
            IsStoredAtProvider = request.IsStoredAtProvider,
            Session = request.Session?.ToString(),
            AppearanceJson = request.Appearance.Equals(ChartAppearance.Default) ? null : request.Appearance.Json,
            SheetJson = request.Sheet?.ArgumentsJson,
            Warnings = request.Warnings.Count > 0 ? request.Warnings : null,
        };
        return JsonSerializer.SerializeToUtf8Bytes(stored, StoredRequestJson.Default.StoredRequest);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <param name="json">The stored bytes.</param>
    /// <param name="argumentsJson">The arguments as they came.</param>
    /// <exception cref="FormatException">The bytes are damaged.</exception>
    /// <remarks>An indicator that this version no longer has stays in the record by name; drawing it fails
    /// clearly.</remarks>
    public static ChartRequest Decode(ReadOnlySpan<byte> json, string argumentsJson)
    {
        try
        {
            StoredRequest stored = JsonSerializer.Deserialize(json, StoredRequestJson.Default.StoredRequest)
                ?? throw new FormatException("A stored request is empty.");
            if (stored.SheetJson is { } sheet) return DecodeSheet(sheet);
            return new ChartRequest
            {
                Symbol = Symbol.Parse(stored.Symbol),
                Interval = BarInterval.Parse(stored.Interval),
                TakesCoarserBars = stored.TakesCoarserBars,
                Style = Enum.Parse<ChartStyle>(stored.Style),
                WidthPx = stored.WidthPx,
                HeightPx = stored.HeightPx,
                PixelRatio = stored.PixelRatio,
                Theme = stored.Theme,
                TimeZoneId = stored.TimeZoneId,
                BarCount = stored.BarCount,
                From = stored.From,
                To = stored.To,
                Range = stored.Range,
                ShowVolume = stored.ShowVolume,
                ShowGrid = stored.ShowGrid,
                Studies = [.. stored.Studies.Select(Restore)],
                Session = stored.Session is { } session ? Enum.Parse<TradingSession>(session) : null,
                Appearance = stored.AppearanceJson is { } appearance
                    ? AppearanceArguments.Read(appearance)
                    : ChartAppearance.Default,
                Format = Enum.Parse<ImageFormat>(stored.Format),
                Provider = Enum.Parse<ProviderPreference>(stored.Provider),
                AllowClamp = stored.AllowClamp,
                Layout = stored.Layout,
                IsMini = stored.IsMini,
                IsStoredAtProvider = stored.IsStoredAtProvider,
                Warnings = stored.Warnings ?? [],
                ArgumentsJson = argumentsJson,
            };
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or ChartException)
        {
            throw new FormatException("A stored request is damaged.", exception);
        }
    }

    private static ChartRequest DecodeSheet(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return SheetRequestReader.Read(document.RootElement);
    }

    private static StoredStudy Store(StudySpec study) => new()
    {
        Name = study.Listing.Name,
        Inputs = [.. study.Inputs.Select(input => new StoredInput(input.Key, input.Value, input.Text))],
        Overrides =
        [
            .. study.Overrides.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new StoredOverride
            {
                Key = pair.Key,
                Color = pair.Value.Color?.ToString(),
                Number = pair.Value.Number,
                Switch = pair.Value.Switch,
                Word = pair.Value.Word,
            }),
        ],
        ForceOverlay = study.ForceOverlay,
    };

    private static StudySpec Restore(StoredStudy stored) => new(
        IndicatorCatalog.TryFind(stored.Name, out IndicatorListing? listing) ? listing : Gone(stored.Name),
        [.. stored.Inputs.Select(input => new IndicatorInput(input.Key, input.Value, input.Text))],
        stored.Overrides.ToDictionary(
            style => style.Key,
            style => new StudyStyleValue(
                style.Color is null ? null : Rgba.Parse(style.Color), style.Number, style.Switch, style.Word),
            StringComparer.Ordinal),
        stored.ForceOverlay);

    private static IndicatorListing Gone(string name) => new()
    {
        Name = name,
        Aliases = [],
        ShortTitle = name,
        Description = "Not offered by this version.",
        IsOverlay = true,
        Parameters = [],
        Outputs = [],
        WarmUpBars = _ => throw NotOffered(name),
        Compute = (_, _) => throw NotOffered(name),
    };

    private static ChartException NotOffered(string name) =>
        new(ChartErrorCode.InvalidArgument, $"The indicator '{name}' is not offered by this version.");
}
