using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Providers.ChartImg.Calls;
using Chartcast.Generation.Providers.ChartImg.Documented;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Says a request in the words of Chart-IMG: v2's body, or v1's query for what v2 lacks. What cannot be said
/// there is refused, never dropped.</summary>
public static class ChartImgRequestMap
{
    /// <summary>Smallest and largest picture of any plan; the account's plan may allow less.</summary>
    internal const int MinimumWidthPx = 400, MinimumHeightPx = 300, MaximumWidthPx = 2_048, MaximumHeightPx = 1_920;

    private const int MostBars = 1_000;
    private const string OrLocal = "or use provider local";

    /// <summary>Writes the body.</summary>
    /// <param name="request">What to draw.</param>
    /// <param name="now">The time that open ranges end at.</param>
    /// <param name="limits">What the account may do.</param>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.InvalidArgument"/> with everything that Chart-IMG has
    /// no words for, or that is over the plan and may not be clamped.</exception>
    public static ChartImgBody Write(ChartRequest request, DateTimeOffset now, AccountLimits limits)
    {
        ArgumentNullException.ThrowIfNull(request);
        string? first = ChartImgFirstVersion.ReasonFor(request);
        // The plans limit the studies of v2 alone.
        PlanFit fit = PlanFit.Of(request, first is null ? limits : limits with { MaximumParameters = null });
        request = fit.Request;
        FieldFault[] faults =
            [.. first is null ? Refusals(request) : ChartImgFirstVersion.Refusals(request), .. fit.Faults];
        if (faults.Length > 0) throw Refused(faults, first);
        List<string> warnings = [.. fit.Clamps];
        return first is null ? Second(request, now, warnings) : First(request, first, warnings);
    }

    private static ChartException Refused(FieldFault[] faults, string? first)
    {
        string whose = first is null ? "Chart-IMG" : $"v1 of Chart-IMG's API, which alone has {first},";
        return new ChartException(new ChartError
        {
            Code = ChartErrorCode.InvalidArgument,
            Message = $"{whose} cannot draw this: "
                + string.Join(' ', faults.Select(fault => $"{fault.Field} {fault.Message}")),
            Faults = faults,
        });
    }

    private static ChartImgBody First(ChartRequest request, string reason, List<string> warnings)
    {
        warnings.Add($"Drawn by v1 of Chart-IMG's API, which alone has {reason}.");
        return new ChartImgBody(
            ChartImgFirstVersion.Write(request), default, request.Format, request.WidthPx, request.HeightPx, warnings)
        {
            IsStored = request.IsStoredAtProvider,
        };
    }

    private static ChartImgBody Second(ChartRequest request, DateTimeOffset now, List<string> warnings)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            if (request.Layout is { } layout) ChartImgLayouts.Write(json, request, layout);
            else WriteBody(json, request, now, warnings);
        }

        return new ChartImgBody(
            PathOf(request), buffer.ToArray(), request.Format, request.WidthPx * request.PixelRatio,
            request.HeightPx * request.PixelRatio, warnings)
        {
            Parameters = PlanFit.ParametersOf(request),
            IsStored = request.IsStoredAtProvider,
            IsLayout = request.Layout is not null,
        };
    }

    private static string PathOf(ChartRequest request) => (request.Layout, request.IsStoredAtProvider) switch
    {
        ({ } layout, true) => ChartImgCalls.StoredLayoutChart(layout.Id),
        ({ } layout, false) => ChartImgCalls.LayoutChart(layout.Id),
        (null, true) => ChartImgCalls.AdvancedChart + "/storage",
        _ => ChartImgCalls.AdvancedChart,
    };

    /// <summary>What no version takes.</summary>
    internal static IEnumerable<FieldFault> CommonRefusals(
        ChartRequest request, int minimumWidthPx, int minimumHeightPx)
    {
        if (request.Symbol.LocalExchange is { } exchange)
            yield return new("symbol", $"of {exchange} is known to the local engine only: use provider local.");
        if (request.Format is not (ImageFormat.Png or ImageFormat.Jpeg))
            yield return new("format", $"must be png or jpeg, {OrLocal}.");
        if (SizeFault(request.WidthPx * request.PixelRatio, minimumWidthPx, MaximumWidthPx) is { } width)
            yield return new("width", width);
        if (SizeFault(request.HeightPx * request.PixelRatio, minimumHeightPx, MaximumHeightPx) is { } height)
            yield return new("height", height);
        // The theme is a layout's own, and the reader of the arguments has refused it.
        if (request.Layout is null && request.Theme is not ("light" or "dark"))
            yield return new("theme", $"must be light or dark there, {OrLocal}.");
    }

    private static IEnumerable<FieldFault> Refusals(ChartRequest request)
    {
        foreach (FieldFault fault in CommonRefusals(request, MinimumWidthPx, MinimumHeightPx)) yield return fault;
        if (request.Layout is not null) yield break;
        if (request.BarCount is not null)
            yield return new("bars", $"cannot be told there: give range with from and to, {OrLocal}.");
        if (request.Range == "ALL" && !request.TakesCoarserBars)
            yield return new("range", $"ALL would change the interval there: give from and to, {OrLocal}.");
        if (request.From is null && request.To is not null)
            yield return new("range.from", $"is needed there, {OrLocal}.");
        if (StyleName(request.Style) is null)
            yield return new("chartType", $"{request.Style.WireName()} is not drawn there: choose another, {OrLocal}.");
        if (ChartImgTimeZones.Fault(request, ChartImgTimeZones.Names) is { } zone) yield return zone;

        foreach (FieldFault fault in request.Studies.SelectMany(StudyFaults)) yield return fault;
        foreach (FieldFault fault in ChartImgAppearance.Refusals(request.Appearance)) yield return fault;
    }

    private static string? SizeFault(int pixels, int minimum, int maximum) =>
        pixels >= minimum && pixels <= maximum
            ? null
            : $"times pixelRatio must be {minimum} to {maximum} pixels there, {OrLocal}.";

    private static IEnumerable<FieldFault> StudyFaults(StudySpec study, int index) =>
        DocumentedStudies.Find(study.Listing.Name) is { } documented
            ? ChartImgStudies.Refusals(study, documented, $"indicators[{index}]")
            : [new($"indicators[{index}]", NotOffered(study.Listing.Name))];

    private static string NotOffered(string name)
    {
        string near = string.Join(", ", DocumentedStudies.Nearest(name));
        return $"{name} is not offered there{(near.Length > 0 ? $" (near: {near})" : "")}: leave it out, {OrLocal}.";
    }

    private static void WriteBody(Utf8JsonWriter json, ChartRequest request, DateTimeOffset now, List<string> warnings)
    {
        json.WriteStartObject();
        json.WriteString("symbol", request.Symbol.ToString());
        json.WriteString("interval", request.Interval.ToString());
        json.WriteNumber("width", request.WidthPx * request.PixelRatio);
        json.WriteNumber("height", request.HeightPx * request.PixelRatio);
        json.WriteString("style", StyleName(request.Style));
        json.WriteString("theme", request.Theme);
        json.WriteString("timezone", ChartImgTimeZones.Find(request, ChartImgTimeZones.Names));
        json.WriteString("format", request.Format == ImageFormat.Jpeg ? "jpeg" : "png");
        if (request.Session is { } session)
            json.WriteString("session", session == TradingSession.Extended ? "extended" : "regular");
        WriteRange(json, request, now, warnings);
        ChartImgAppearance.Write(json, request, warnings);
        WriteStudies(json, request, warnings);
        json.WriteEndObject();
    }

    // Null for what it does not draw; another style in its place would be another picture.
    internal static string? StyleName(ChartStyle style) => style switch
    {
        ChartStyle.Candlestick => "candle",
        ChartStyle.Bar => "bar",
        ChartStyle.Line => "line",
        ChartStyle.Area => "area",
        ChartStyle.HeikinAshi => "heikinAshi",
        ChartStyle.HollowCandle => "hollowCandle",
        ChartStyle.Baseline => "baseline",
        ChartStyle.HiLo => "hiLo",
        ChartStyle.Column => "column",
        _ => null,
    };

    // Its own named ranges choose the bar size themselves, against the interval; bounds leave it as asked.
    private static void WriteRange(Utf8JsonWriter json, ChartRequest request, DateTimeOffset now, List<string> warnings)
    {
        if (request.TakesCoarserBars && request.Range is not null)
        {
            json.WriteString("range", request.Range);
            return;
        }

        DateTimeOffset? from = request.From;
        if (request.Range is { } name)
            from = ChartRange.StartOf(name, now, TimeZoneInfo.FindSystemTimeZoneById(request.TimeZoneId));
        if (from is not { } start) return;
        DateTimeOffset end = request.To ?? now;
        json.WriteStartObject("range");
        json.WriteString("from", ChartImgMoments.Text(start));
        json.WriteString("to", ChartImgMoments.Text(end));
        json.WriteEndObject();
        if ((end - start).TotalMilliseconds / request.Interval.NominalMs > MostBars)
            warnings.Add("Chart-IMG shows about 1,000 bars at most; a longer range is cut.");
    }

    private static void WriteStudies(Utf8JsonWriter json, ChartRequest request, List<string> warnings)
    {
        bool addsVolume = request.ShowVolume && !request.Studies.Any(ChartImgStudies.IsVolume);
        if (!addsVolume && request.Studies.Count == 0) return;
        json.WriteStartArray("studies");
        if (addsVolume) ChartImgStudies.WriteVolume(json);
        foreach (StudySpec study in request.Studies)
            ChartImgStudies.Write(json, study, DocumentedStudies.Find(study.Listing.Name)!, warnings);
        json.WriteEndArray();
    }
}
