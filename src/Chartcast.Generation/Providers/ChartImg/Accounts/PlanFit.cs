using System.Globalization;
using Chartcast.Charting.Specs;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg.Accounts;

/// <summary>A request as an account's plan allows it.</summary>
/// <param name="Request">What can be asked for; the request itself when nothing is over the plan.</param>
/// <param name="Clamps">What was made smaller or left out, one sentence each; empty unless the request allows
/// it.</param>
/// <param name="Faults">What is over the plan and was not allowed to be clamped.</param>
public sealed record PlanFit(
    ChartRequest Request, IReadOnlyList<string> Clamps, IReadOnlyList<FieldFault> Faults)
{
    private const string VolumeName = "Volume";

    /// <summary>How many studies and drawings Chart-IMG counts, volume included.</summary>
    public static int ParametersOf(ChartRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Studies.Count + request.Appearance.Drawings.Count + (AddsVolume(request) ? 1 : 0);
    }

    /// <summary>Compares a request with a plan before anything is asked; what the plan is not known to limit
    /// passes.</summary>
    public static PlanFit Of(ChartRequest request, AccountLimits limits)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(limits);
        var clamps = new List<string>();
        var faults = new List<FieldFault>();
        ChartRequest fitted = FitSize(request, limits, clamps, faults);
        fitted = FitParameters(fitted, limits, clamps, faults);
        fitted = FitWatermark(fitted, limits, clamps, faults);
        return faults.Count > 0 ? new PlanFit(request, [], faults) : new PlanFit(fitted, clamps, []);
    }

    private static ChartRequest FitSize(
        ChartRequest request, AccountLimits limits, List<string> clamps, List<FieldFault> faults)
    {
        int width = request.WidthPx * request.PixelRatio;
        int height = request.HeightPx * request.PixelRatio;
        int widest = limits.MaximumWidthPx ?? int.MaxValue;
        int highest = limits.MaximumHeightPx ?? int.MaxValue;
        if (width <= widest && height <= highest) return request;
        string allowed = Text($"{PlanOf(limits)} allows {limits.MaximumWidthPx}x{limits.MaximumHeightPx} pixels");
        if (!request.AllowClamp)
        {
            if (width > widest) faults.Add(new("width", Text($"is {width} picture pixels; {allowed}: {Remedy}")));
            if (height > highest) faults.Add(new("height", Text($"is {height} picture pixels; {allowed}: {Remedy}")));
            return request;
        }

        ChartRequest fitted = Smaller(request, widest, highest);
        string drawn = Text($"{fitted.WidthPx * fitted.PixelRatio}x{fitted.HeightPx * fitted.PixelRatio}");
        clamps.Add(Text($"Drawn at {drawn} pixels instead of {width}x{height}: {allowed}."));
        return fitted;
    }

    // A denser picture loses its density first: the chart stays the same. Then both sides shrink alike.
    private static ChartRequest Smaller(ChartRequest request, int widest, int highest)
    {
        int ratio = request.PixelRatio;
        while (ratio > 1 && (request.WidthPx * ratio > widest || request.HeightPx * ratio > highest)) ratio--;
        double scale = Math.Min(
            1, Math.Min(widest / (double)(request.WidthPx * ratio), highest / (double)(request.HeightPx * ratio)));
        return request with
        {
            PixelRatio = ratio,
            WidthPx = Math.Max(
                Least(ChartImgRequestMap.MinimumWidthPx, widest, request.WidthPx),
                (int)Math.Floor(request.WidthPx * scale)),
            HeightPx = Math.Max(
                Least(ChartImgRequestMap.MinimumHeightPx, highest, request.HeightPx),
                (int)Math.Floor(request.HeightPx * scale)),
        };
    }

    // A side that was asked for shorter than v2 draws does not grow.
    private static int Least(int minimum, int limit, int asked) => Math.Min(Math.Min(minimum, limit), asked);

    private static ChartRequest FitParameters(
        ChartRequest request, AccountLimits limits, List<string> clamps, List<FieldFault> faults)
    {
        int count = ParametersOf(request);
        if (limits.MaximumParameters is not { } most || count <= most) return request;
        string allowed = Text($"{PlanOf(limits)} allows {most} indicators and drawings together, volume included");
        if (!request.AllowClamp)
        {
            string field = request.Studies.Count > 0 ? "indicators" : "drawings";
            faults.Add(new(field, Text($"would be {count} with drawings and volume; {allowed}: {Remedy}")));
            return request;
        }

        var left = new List<string>();
        ChartRequest fitted = request;
        if (AddsVolume(fitted))
        {
            fitted = fitted with { ShowVolume = false };
            left.Add(VolumeName);
        }

        fitted = WithoutDrawings(fitted, ParametersOf(fitted) - most, left);
        int surplus = Math.Max(0, ParametersOf(fitted) - most);
        left.AddRange(fitted.Studies.TakeLast(surplus).Select(study => study.Listing.Name));
        fitted = fitted with { Studies = [.. fitted.Studies.SkipLast(surplus)] };
        clamps.Add($"Left out {string.Join(", ", left)}: {allowed}.");
        // A volume study of the caller's own may have gone; the implied one must not come in its place.
        return AddsVolume(fitted) ? fitted with { ShowVolume = false } : fitted;
    }

    private static ChartRequest WithoutDrawings(ChartRequest request, int surplus, List<string> left)
    {
        IReadOnlyList<DrawingSpec> drawings = request.Appearance.Drawings;
        int gone = Math.Clamp(surplus, 0, drawings.Count);
        if (gone == 0) return request;
        left.AddRange(drawings.TakeLast(gone).Select(drawing => drawing.Listing.Name));
        return request with { Appearance = request.Appearance.WithDrawings([.. drawings.SkipLast(gone)]) };
    }

    private static ChartRequest FitWatermark(
        ChartRequest request, AccountLimits limits, List<string> clamps, List<FieldFault> faults)
    {
        if (request.Appearance.Watermark is null || limits.TakesWatermark == true) return request;
        string allowed = limits.TakesWatermark is null
            ? "a text of one's own depends on the Chart-IMG plan, which is not known (set CHART_IMG_PLAN)"
            : $"{PlanOf(limits)} takes no text of one's own; ultra and enterprise do";
        if (!request.AllowClamp)
        {
            faults.Add(new("watermark", $"cannot be asked for: {allowed}: {Remedy}"));
            return request;
        }

        clamps.Add($"Left out the watermark: {allowed}.");
        return request with { Appearance = request.Appearance.WithoutWatermark() };
    }

    private const string Remedy =
        "ask for less, say \"allowClamp\": true to have it made to fit, or use provider local.";

    private static string PlanOf(AccountLimits limits) =>
        limits.Plan is { } plan ? $"the Chart-IMG plan {plan}" : "the Chart-IMG plan";

    private static bool AddsVolume(ChartRequest request) =>
        request.ShowVolume && !request.Studies.Any(ChartImgStudies.IsVolume);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
