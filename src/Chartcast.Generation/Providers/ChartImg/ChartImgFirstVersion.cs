using System.Globalization;
using System.Text;
using Chartcast.Charting.Specs;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Providers.ChartImg.Calls;
using Chartcast.Generation.Providers.ChartImg.Documented;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.AdvancedCharts;
using Chartcast.Generation.Requests.QueryCharts;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Says a request as the query of Chart-IMG's v1, which is asked for what v2 lacks: mini charts, pictures
/// below 400×300, and studies that v1 alone has. What cannot be said there is refused, never dropped.</summary>
internal static class ChartImgFirstVersion
{
    private const int MinimumWidthPx = 320;
    private const int MinimumHeightPx = 220;
    private const string OrLocal = "or use provider local.";
    private const string LeaveItOut = "cannot be told there: leave it out, " + OrLocal;

    /// <summary>What a request has that v2 lacks; null when v2 is asked, which has everything else.</summary>
    public static string? ReasonFor(ChartRequest request)
    {
        if (request.Layout is not null) return null;
        if (request.IsMini) return "mini charts";
        StudySpec? study = request.Studies.FirstOrDefault(static study =>
            !DocumentedStudies.Has(study.Listing.Name) && StudyCodeForm.Has(study.Listing.Name));
        if (study is not null) return study.Listing.Name;
        int width = request.WidthPx * request.PixelRatio;
        int height = request.HeightPx * request.PixelRatio;
        bool isSmall = width < ChartImgRequestMap.MinimumWidthPx || height < ChartImgRequestMap.MinimumHeightPx;
        return isSmall && width >= MinimumWidthPx && height >= MinimumHeightPx
            ? $"pictures below {ChartImgRequestMap.MinimumWidthPx}x{ChartImgRequestMap.MinimumHeightPx}"
            : null;
    }

    /// <summary>What v1 has no words for.</summary>
    public static IEnumerable<FieldFault> Refusals(ChartRequest request)
    {
        IEnumerable<FieldFault> ofBoth =
        [
            .. ChartImgRequestMap.CommonRefusals(request, MinimumWidthPx, MinimumHeightPx), .. PictureFaults(request),
        ];
        // The rest of a mini chart is what such a chart is.
        return request.IsMini
            ? ofBoth
            : [.. ofBoth, .. BarFaults(request), .. LookFaults(request), .. StudyFaults(request)];
    }

    /// <summary>Path and query of a request without <see cref="Refusals"/>.</summary>
    public static string Write(ChartRequest request)
    {
        List<(string Name, string Value)> query = [("symbol", request.Symbol.ToString())];
        if (request.IsMini) query.Add(("interval", MiniInterval(request.Range!)));
        else if (request.Range is { } range) query.Add(("range", range));
        else query.Add(("interval", request.Interval.ToString()));
        query.Add(("theme", request.Theme));
        query.Add(("width", Number(request.WidthPx)));
        query.Add(("height", Number(request.HeightPx)));
        query.Add(("format", request.Format == ImageFormat.Jpeg ? "jpeg" : "png"));
        if (!request.IsMini)
        {
            query.Add(("style", ChartImgRequestMap.StyleName(request.Style)!));
            query.Add(("timezone", ChartImgTimeZones.Find(request, ChartImgTimeZones.OfFirstVersion)!));
            query.AddRange(request.Studies.Select(study => ("studies", StudyCodeForm.Write(study, "", []))));
        }

        if (request.Appearance.Watermark is { } watermark)
        {
            query.Add(("watermark", watermark.Text));
            query.Add(("watermarkSize", Number(watermark.SizePx)));
            query.Add(("watermarkOpacity", Number(watermark.Opacity)));
        }

        var address = new StringBuilder(request.IsMini ? ChartImgCalls.MiniChart : ChartImgCalls.FirstAdvancedChart);
        if (request.IsStoredAtProvider) address.Append("/storage");
        address.Append('?');
        address.AppendJoin('&', query.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"));
        return address.ToString();
    }

    private static IEnumerable<FieldFault> PictureFaults(ChartRequest request)
    {
        if (request.PixelRatio > 1) yield return new("pixelRatio", $"must be 1 there, {OrLocal}");
        if (request.Symbol.IsFormula) yield return new("symbol", $"cannot be a formula there, {OrLocal}");
        foreach (FieldFault fault in ChartImgAppearance.WatermarkFaults(request.Appearance)) yield return fault;
        if (request.Appearance.ThemeOverrides.Count > 0) yield return new("colors", LeaveItOut);
    }

    private static IEnumerable<FieldFault> BarFaults(ChartRequest request)
    {
        if (request.BarCount is not null) yield return new("bars", LeaveItOut);
        if (request.From is not null || request.To is not null)
            yield return new("range", $"cannot be told there as from and to: give a name such as 1Y, {OrLocal}");
        if (request.Range is { } range)
        {
            if (RangeFault(range, request) is { } fault) yield return new("range", fault);
        }
        else if (!QueryChartReader.Intervals.Contains(request.Interval.ToString(), StringComparer.Ordinal))
        {
            yield return new(
                "interval", $"must be one of {string.Join(", ", QueryChartReader.Intervals)} there, {OrLocal}");
        }

        if (request.Session == TradingSession.Extended)
            yield return new("session", $"must be regular there, {OrLocal}");
        if (ChartImgTimeZones.Fault(request, ChartImgTimeZones.OfFirstVersion) is { } zone) yield return zone;
    }

    // A named range decides the length of bars there.
    private static string? RangeFault(string range, ChartRequest request)
    {
        if (!QueryChartReader.Ranges.Contains(range, StringComparer.Ordinal))
            return $"must be one of {string.Join(", ", QueryChartReader.Ranges)} there, {OrLocal}";
        return request.TakesCoarserBars || RangeIntervals.Of(range) == request.Interval
            ? null
            : $"{range} is shown in bars of {RangeIntervals.Of(range)} there: ask for that interval, {OrLocal}";
    }

    private static IEnumerable<FieldFault> LookFaults(ChartRequest request)
    {
        ChartAppearance look = request.Appearance;
        if (!QueryChartReader.Styles.Contains(ChartImgRequestMap.StyleName(request.Style), StringComparer.Ordinal))
            yield return new("chartType", $"{request.Style.WireName()} is not drawn there: choose another, {OrLocal}");
        if (!request.ShowVolume)
            yield return new("showVolume", $"must be true there: volume is always drawn; {OrLocal}");
        if (!request.ShowGrid) yield return new("showGrid", $"must be true there: the grid is always drawn; {OrLocal}");
        if (look.Scale.Mode is { } mode && mode != ScaleMode.Regular) yield return new("scale", LeaveItOut);
        if (look.Drawings.Count > 0) yield return new("drawings", LeaveItOut);
        if (look.Compared.Count > 0) yield return new("compare", LeaveItOut);
        if (look.ShiftLeftBars > 0) yield return new("shiftLeft", LeaveItOut);
        if (look.ShiftRightBars > 0) yield return new("shiftRight", LeaveItOut);
        if (look.Display != DisplayOptions.Default || look.SeriesOverrides.Count > 0
            || look.Scale with { Mode = null } != ScaleOptions.Default)
            yield return new("override", LeaveItOut);
    }

    private static List<FieldFault> StudyFaults(ChartRequest request)
    {
        var faults = new List<FieldFault>();
        for (int i = 0; i < request.Studies.Count; i++)
        {
            string field = string.Create(CultureInfo.InvariantCulture, $"indicators[{i}]");
            StudySpec study = request.Studies[i];
            if (StudyCodeForm.Has(study.Listing.Name)) _ = StudyCodeForm.Write(study, field, faults);
            else faults.Add(new(field, $"{study.Listing.Name} is not offered there: leave it out, {OrLocal}"));
        }

        return faults;
    }

    // Five days have the older name alone.
    private static string MiniInterval(string range) => range == "5D" ? "5d" : range;

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
