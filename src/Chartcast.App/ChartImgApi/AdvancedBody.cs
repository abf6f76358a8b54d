using System.Text.Json;
using Chartcast.App.Configuration;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.AdvancedCharts;

namespace Chartcast.App.ChartImgApi;

/// <summary>Reads a v2 body: its fields first, then the plan's limits.</summary>
internal static class AdvancedBody
{
    private const int DefaultWidthPx = 800;
    private const int DefaultHeightPx = 600;

    private static readonly string[] Sizes = ["width", "height"];
    private static readonly string[] Lists = ["studies", "drawings"];
    private static readonly string[] Watermarks = ["watermark", "watermarkSize", "watermarkOpacity"];

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body; undefined when there is none.</param>
    /// <param name="plan">What the caller may do.</param>
    /// <exception cref="ApiException">422 with every wrong field, or 403 with the plan's limit.</exception>
    public static ChartRequest Read(JsonElement body, ApiPlan plan)
    {
        ChartRequest? request = null;
        try
        {
            request = AdvancedChartReader.ReadExactly(body);
        }
        catch (ChartException exception) when (exception.Error.Code == ChartErrorCode.InvalidArgument)
        {
            IReadOnlyList<FieldFault> faults = exception.Error.Faults;
            FieldFault[] wrong = [.. faults.Where(fault => !IsAboutPlan(body, fault.Field))];
            if (wrong.Length > 0) throw new ApiException(ApiErrors.Of(BodyErrors.Of(body, wrong)), exception);
            if (faults.Count == 0) throw new ApiException(ApiErrors.InvalidRequest, exception);
        }

        CheckPlan(body, plan);
        // What is too much for us is too much for every plan.
        if (request is null) throw new ApiException(ApiErrors.InvalidRequest);
        if (plan.HasWatermark || request.Appearance.Watermark is null) return request;
        (JsonDocument rest, string warning) = WithoutWatermark(body, plan);
        using (rest) request = AdvancedChartReader.ReadExactly(rest.RootElement);
        return request with { Warnings = [.. request.Warnings, warning] };
    }

    /// <summary>Whether a field is a side that is longer than anything drawn here.</summary>
    public static bool IsTooLarge(JsonElement body, string field) =>
        Sizes.Contains(field) && Size(body, field, 0) > ChartRequest.MaximumSizePx;

    private static void CheckPlan(JsonElement body, ApiPlan plan)
    {
        if (Size(body, Sizes[0], DefaultWidthPx) > plan.WidthPx
            || Size(body, Sizes[1], DefaultHeightPx) > plan.HeightPx)
            throw new ApiException(ApiErrors.ResolutionLimit(plan.WidthPx, plan.HeightPx));
        if (Lists.Sum(list => CountOf(body, list)) > plan.Parameters)
            throw new ApiException(ApiErrors.ParameterLimit(plan.Parameters));
    }

    /// <summary>Whether a fault says that something right is too large or too many, which is the plan's
    /// matter.</summary>
    private static bool IsAboutPlan(JsonElement body, string field) =>
        IsTooLarge(body, field) || (Lists.Contains(field) && CountOf(body, field) > 0);

    private static double Size(JsonElement body, string name, int fallback) =>
        Find(body, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out double number)
        && double.IsFinite(number) && number == Math.Floor(number)
            ? number
            : fallback;

    private static int CountOf(JsonElement body, string list) =>
        Find(body, list) is { ValueKind: JsonValueKind.Array } value ? value.GetArrayLength() : 0;

    private static JsonElement? Find(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out JsonElement value) ? value : null;

    /// <summary>A body without its watermark, and the warning that tells it.</summary>
    public static (JsonDocument Body, string Warning) WithoutWatermark(JsonElement body, ApiPlan plan)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (body.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty member in body.EnumerateObject())
                {
                    if (!Watermarks.Contains(member.Name)) member.WriteTo(json);
                }
            }

            json.WriteEndObject();
        }

        return (JsonDocument.Parse(buffer.ToArray()), $"watermark is left out: the plan {plan.Name} has none.");
    }
}
