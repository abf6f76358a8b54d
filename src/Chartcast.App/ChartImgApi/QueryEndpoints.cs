using System.Globalization;
using System.Text.Json;
using Chartcast.App.Configuration;
using Chartcast.App.Engines;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.QueryCharts;
using Microsoft.Extensions.Primitives;

namespace Chartcast.App.ChartImgApi;

/// <summary>v1: charts asked for by query parameters.</summary>
internal sealed class QueryEndpoints(
    ChartEngine engine, ApiPipeline pipeline, ChartDrawing drawing, StorageEndpoints storage)
{
    public const string MiniPath = "/v1/tradingview/mini-chart";
    public const string AdvancedPath = "/v1/tradingview/advanced-chart";

    private const string IntervalText = "The field must be valid interval id.";
    private const int LongestValue = 200;

    private delegate ChartRequest Reader(IReadOnlyDictionary<string, IReadOnlyList<string>> query, string? symbol);

    private readonly BareSymbols _symbols = new(engine.Feeds);

    public void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, MiniPath, QueryChartReader.ReadMini);
        Map(routes, AdvancedPath, QueryChartReader.ReadAdvanced);
    }

    private void Map(IEndpointRouteBuilder routes, string path, Reader read)
    {
        routes.MapGet(path, pipeline.Answering(ApiVersion.V1, async call =>
            await ApiAnswers.WriteImageAsync(call.Context, await DrawAsync(call, read))));
        routes.MapGet(path + "/storage", pipeline.Answering(ApiVersion.V1, async call =>
            await storage.StoreAsync(call, await DrawAsync(call, read), tellsSize: true)));
    }

    private async Task<DrawnChart> DrawAsync(ApiCall call, Reader read)
    {
        IQueryCollection query = call.Context.Request.Query;
        Dictionary<string, IReadOnlyList<string>> given = query.ToDictionary(
            static one => one.Key, static one => TextsOf(one.Value), StringComparer.Ordinal);
        string? symbol = await SymbolOfAsync(given, call.Left);
        ChartRequest request = Read(given, symbol, call.Plan, read);
        return await drawing.DrawAsync(request, call.Caller, call.Left);
    }

    private async ValueTask<string?> SymbolOfAsync(
        Dictionary<string, IReadOnlyList<string>> given, CancellationToken cancellationToken)
    {
        if (!given.TryGetValue("symbol", out IReadOnlyList<string>? symbols)) return null;
        if (symbols is not [{ Length: > 0 } one]) throw new ApiException(ApiErrors.InvalidSymbol);
        return await _symbols.FindAsync(one, cancellationToken) ?? throw new ApiException(ApiErrors.InvalidSymbol);
    }

    private static ChartRequest Read(
        Dictionary<string, IReadOnlyList<string>> given, string? symbol, ApiPlan plan, Reader read)
    {
        ChartRequest? request = null;
        try
        {
            request = read(given, symbol);
        }
        catch (ChartException exception) when (exception.Error.Code == ChartErrorCode.InvalidArgument)
        {
            FieldFault[] faults =
                [.. exception.Error.Faults.Where(fault => SizeOf(given, fault.Field) <= ChartRequest.MaximumSizePx)];
            if (faults.Length > 0) throw new ApiException(ErrorOf(given, faults), exception);
        }

        bool isTooLarge = request is null || request.WidthPx > plan.WidthPx || request.HeightPx > plan.HeightPx;
        if (isTooLarge) throw new ApiException(ApiErrors.ResolutionLimit(plan.WidthPx, plan.HeightPx));
        return plan.HasWatermark ? request! : WithoutWatermark(given, symbol, plan, request!, read);
    }

    private static ChartRequest WithoutWatermark(
        Dictionary<string, IReadOnlyList<string>> given, string? symbol, ApiPlan plan, ChartRequest request,
        Reader read)
    {
        if (request.Appearance.Watermark is null) return request;
        given.Remove("watermark");
        ChartRequest plain = read(given, symbol);
        return plain with
        {
            Warnings = [.. plain.Warnings, $"watermark is left out: the plan {plan.Name} has none."],
        };
    }

    private static ApiError ErrorOf(Dictionary<string, IReadOnlyList<string>> given, FieldFault[] faults) =>
        ApiErrors.Of([.. faults.Select(fault => new FieldError(
            ValueOf(given, fault.Field), fault.Field == "interval" ? IntervalText : fault.Message, fault.Field))]);

    private static JsonElement? ValueOf(Dictionary<string, IReadOnlyList<string>> given, string field)
    {
        int bracket = field.IndexOf('[', StringComparison.Ordinal);
        string name = bracket < 0 ? field : field[..bracket];
        int index = bracket < 0 ? 0 : int.Parse(field[(bracket + 1)..^1], CultureInfo.InvariantCulture);
        IReadOnlyList<string> values = given.GetValueOrDefault(name, []);
        return index < values.Count && values[index].Length <= LongestValue ? ApiAnswers.Element(values[index]) : null;
    }

    /// <summary>How large a side was asked to be; 0 for other parameters and for what is no number.</summary>
    private static double SizeOf(Dictionary<string, IReadOnlyList<string>> given, string field) =>
        field is "width" or "height" && given.GetValueOrDefault(field, []) is [{ } text]
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long size)
            ? size
            : 0;

    private static IReadOnlyList<string> TextsOf(StringValues values) =>
        [.. values.Select(static value => value ?? "")];
}
