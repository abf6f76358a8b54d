using System.Text.Json;
using Chartcast.App.Configuration;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.AdvancedCharts;

namespace Chartcast.App.ChartImgApi;

/// <summary>v2's layout charts, over layouts of ours.</summary>
internal sealed class LayoutEndpoints(
    LayoutFolder layouts, ApiPipeline pipeline, ChartDrawing drawing, StorageEndpoints storage)
{
    public const string Path = "/v2/tradingview/layout-chart/{id}";
    public const string StoragePath = "/v2/tradingview/layout-chart/storage/{id}";

    private const string PrivateMember = "private";

    private static readonly string[] SessionHeaders = ["tradingview-session-id", "tradingview-session-id-sign"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, pipeline.Answering(ApiVersion.V2, async call =>
            await ApiAnswers.WriteImageAsync(call.Context, await DrawAsync(call))));
        routes.MapPost(StoragePath, pipeline.Answering(ApiVersion.V2, async call =>
            await storage.StoreAsync(call, await DrawAsync(call), tellsSize: true)));
    }

    private async Task<DrawnChart> DrawAsync(ApiCall call)
    {
        using JsonDocument? document = await ApiBody.ReadAsync(call.Context.Request);
        JsonElement body = document?.RootElement ?? default;
        // What is wrong with the body is told whether the layout exists or not.
        _ = Read(default, body, call.Plan, "");
        string id = call.Context.Request.RouteValues["id"] as string ?? "";
        using JsonDocument layout =
            await layouts.FindAsync(id, call.Left) ?? throw new ApiException(ApiErrors.NotFound);
        if (IsPrivate(layout.RootElement) && !HasSession(call.Context.Request))
            throw new ApiException(ApiErrors.LayoutForbidden);
        ChartRequest request = Read(layout.RootElement, body, call.Plan, id);
        return await drawing.DrawAsync(request, call.Caller, call.Left);
    }

    private ChartRequest Read(JsonElement layout, JsonElement body, ApiPlan plan, string id)
    {
        try
        {
            ChartRequest request = LayoutChartReader.Read(layout, body);
            if (request.WidthPx > plan.WidthPx || request.HeightPx > plan.HeightPx)
                throw new ApiException(ApiErrors.ResolutionLimit(plan.WidthPx, plan.HeightPx));
            if (plan.HasWatermark || request.Appearance.Watermark is null) return request;
            (JsonDocument plainLayout, _) = AdvancedBody.WithoutWatermark(layout, plan);
            (JsonDocument plainBody, string warning) = AdvancedBody.WithoutWatermark(body, plan);
            using (plainLayout)
            using (plainBody) request = LayoutChartReader.Read(plainLayout.RootElement, plainBody.RootElement);
            return request with { Warnings = [.. request.Warnings, warning] };
        }
        catch (ChartException exception) when (exception.Error.Code == ChartErrorCode.InvalidArgument)
        {
            FieldFault[] wrong =
                [.. exception.Error.Faults.Where(fault => !AdvancedBody.IsTooLarge(body, fault.Field))];
            if (wrong.Length > 0) throw new ApiException(ApiErrors.Of(BodyErrors.Of(body, wrong)), exception);
            throw new ApiException(ApiErrors.ResolutionLimit(plan.WidthPx, plan.HeightPx), exception);
        }
        catch (ChartException exception) when (exception.Error.Code == ChartErrorCode.DataUnreadable)
        {
            throw layouts.Broken(id, exception.Error.Message);
        }
    }

    /// <summary>Whether a caller says it has a session: both headers. There is nobody here to ask whether it is a good
    /// one. One alone, which the vendor's own older clients send, counts for nothing.</summary>
    private static bool HasSession(HttpRequest request) =>
        SessionHeaders.All(name => request.Headers[name].Any(static value => !string.IsNullOrEmpty(value)));

    private static bool IsPrivate(JsonElement layout) =>
        layout.TryGetProperty(PrivateMember, out JsonElement value) && value.ValueKind == JsonValueKind.True;
}
