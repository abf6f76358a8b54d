using System.Text.Json;
using Chartcast.App.Engines;
using Chartcast.Mcp.Security;

namespace Chartcast.App.ChartImgApi;

/// <summary>The API of Chart-IMG, drawn by the local engine: clients of the one work with the other when their base
/// address is changed.</summary>
internal sealed class ChartImgEndpoints
{
    public const string AdvancedPath = "/v2/tradingview/advanced-chart";
    public const string AdvancedStoragePath = AdvancedPath + "/storage";

    private static readonly (string Root, ApiVersion Version)[] Versions =
        [("/v1", ApiVersion.V1), ("/v2", ApiVersion.V2), ("/v3", ApiVersion.V3)];

    private readonly bool _hasOwnKeys;
    private readonly ApiPipeline _pipeline;
    private readonly ChartDrawing _drawing;
    private readonly StorageEndpoints _storage;
    private readonly QueryEndpoints _queries;
    private readonly LayoutEndpoints _layouts;
    private readonly ExchangeEndpoints _exchanges;

    public ChartImgEndpoints(ChartEngine engine)
    {
        _hasOwnKeys = engine.Options.ChartImgApi.Keys.Count > 0;
        ILogger logger = engine.Loggers.CreateLogger<ChartImgEndpoints>();
        _pipeline = new ApiPipeline(engine, logger);
        _drawing = new ChartDrawing(engine, logger);
        string stored = Path.Combine(engine.Options.StateDirectory, "stored");
        var pictures = new StoredPictures(stored, engine.Options.ChartImgApi.StorageBytes, engine.Time, logger);
        _storage = new StorageEndpoints(engine, pictures);
        _queries = new QueryEndpoints(engine, _pipeline, _drawing, _storage);
        var folder = new LayoutFolder(engine.Options.ChartImgApi.LayoutDirectory, logger);
        _layouts = new LayoutEndpoints(folder, _pipeline, _drawing, _storage);
        _exchanges = new ExchangeEndpoints(engine, _pipeline);
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder drawing = Needing(routes, Access.Write);
        Post(drawing, AdvancedPath, DrawAdvancedAsync);
        Post(drawing, AdvancedStoragePath, StoreAdvancedAsync);
        _layouts.Map(drawing);
        _queries.Map(drawing);
        RouteGroupBuilder looking = Needing(routes, Access.Read);
        _exchanges.Map(looking);
        foreach ((string root, ApiVersion version) in Versions) MapUnknown(looking, root, version);
        // Stored pictures are for everyone who has their link.
        RouteGroupBuilder stored = routes.MapGroup("");
        stored.Needs(Access.None);
        _storage.Map(stored);
    }

    /// <summary>Routes that need the server's own token; with keys of its own the API asks for those instead.</summary>
    private RouteGroupBuilder Needing(IEndpointRouteBuilder routes, Access access)
    {
        RouteGroupBuilder group = routes.MapGroup("");
        group.Needs(_hasOwnKeys ? Access.None : access);
        return group;
    }

    private void Post(IEndpointRouteBuilder routes, string path, Func<ApiCall, Task> work) =>
        routes.MapPost(path, _pipeline.Answering(ApiVersion.V2, work));

    private static void MapUnknown(IEndpointRouteBuilder routes, string root, ApiVersion version) =>
        // No key is looked at: what is not there is not there for anybody.
        routes.Map(root + "/{**path}", context => ApiAnswers.WriteErrorAsync(
            context, version,
            version == ApiVersion.V1 && HttpMethods.IsGet(context.Request.Method)
                ? ApiErrors.V1RouteNotFound
                : ApiErrors.RouteNotFound));

    private async Task DrawAdvancedAsync(ApiCall call) =>
        await ApiAnswers.WriteImageAsync(call.Context, await AdvancedAsync(call));

    private async Task StoreAdvancedAsync(ApiCall call) =>
        await _storage.StoreAsync(call, await AdvancedAsync(call), tellsSize: false);

    private async Task<DrawnChart> AdvancedAsync(ApiCall call)
    {
        using JsonDocument? body = await ApiBody.ReadAsync(call.Context.Request);
        return await _drawing.DrawAsync(
            AdvancedBody.Read(body?.RootElement ?? default, call.Plan), call.Caller, call.Left);
    }
}
