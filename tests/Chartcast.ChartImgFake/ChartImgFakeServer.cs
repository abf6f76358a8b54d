using System.Text;

namespace Chartcast.ChartImgFake;

/// <summary>A running stand-in for Chart-IMG on a loopback port.</summary>
public sealed class ChartImgFakeServer : IAsyncDisposable
{
    private const string KeyHeader = "x-api-key";
    private const string FaultHeader = "x-fake-fault";

    private readonly FakeSettings _settings;
    private readonly WebApplication _app;
    private readonly TimeProvider _time;

    private ChartImgFakeServer(FakeSettings settings, TimeProvider time)
    {
        _settings = settings;
        _time = time;
        State = new FakeState(settings, time);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, settings.Port));
        _app = builder.Build();
        FakeControl.Map(_app, State);
        // The pattern without a name would leave out addresses that look like files.
        _app.MapFallback("{*path}", AnswerAsync);
    }

    /// <summary>What it has seen and will do.</summary>
    public FakeState State { get; }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:40123</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Starts a server; it listens when this returns.</summary>
    /// <param name="settings">Keys and limits; the default has one generous key.</param>
    /// <param name="time">The clock of rates, days and slow answers; the default is the machine's.</param>
    public static async Task<ChartImgFakeServer> StartAsync(FakeSettings? settings = null, TimeProvider? time = null)
    {
        var server = new ChartImgFakeServer(settings ?? new FakeSettings(), time ?? TimeProvider.System);
        await server._app.StartAsync();
        server.Address = new Uri(server._app.Urls.First());
        return server;
    }

    /// <summary>Waits until the process is asked to end.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    // The order of decisions: path, key, script, rate and day, body, fields, plan, symbol, picture.
    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        string text = await reader.ReadToEndAsync(context.RequestAborted);
        FakeRoute route = FakeRoute.Of(context.Request);
        if (route.Kind == FakeRouteKind.StoredPicture)
        {
            await new FakeReply(context, _time).StoredAsync(State.StoredOf(context.Request.Path));
            return;
        }

        string? key = route.KeyOf(context.Request);
        State.Add(new FakeCall(context.Request.Method, context.Request.Path, key, text)
        {
            Query = context.Request.QueryString.Value ?? "",
            Session = context.Request.Headers["tradingview-session-id"].FirstOrDefault(),
            SessionSign = context.Request.Headers["tradingview-session-id-sign"].FirstOrDefault(),
        });
        var answer = new FakeReply(context, _time);
        if (route.Kind == FakeRouteKind.Unknown) await answer.MessageAsync(404, "Route Not Found");
        else if (key is null || !_settings.Keys.TryGetValue(key, out FakePlan? plan))
            await answer.MessageAsync(403, "Forbidden");
        else
            await AnswerAsync(answer, route, NextAnswer(context), key, plan, () => route.BodyOf(context.Request, text));
    }

    private async Task AnswerAsync(
        FakeReply answer, FakeRoute route, FakeAnswer next, string key, FakePlan plan, Func<FakeBody?> read)
    {
        if (await answer.TryFaultAsync(next, key)) return;
        if (State.Take(key) is { } refusal) await answer.MessageAsync(429, refusal);
        else if (route.Kind is FakeRouteKind.Exchanges or FakeRouteKind.Symbols)
            await answer.JsonAsync(route.Kind == FakeRouteKind.Symbols && route.Id != "nasdaq" ? 404 : 200, FakeLists.Of(route));
        else if (route.Kind == FakeRouteKind.Layout && !_settings.Layouts.Contains(route.Id))
            await answer.MessageAsync(404, "Not Found");
        else if (read() is not { } body) await answer.MessageAsync(400, "Bad Request");
        else if (!body.IsRight) await answer.JsonAsync(422, body.FaultsJson());
        else if (body.Width > plan.MaxWidth || body.Height > plan.MaxHeight)
            await answer.MessageAsync(403, $"Exceed Max Usage Resolution Limit ({plan.MaxWidth}x{plan.MaxHeight})");
        else if (body.Parameters > plan.MaxParameters)
            await answer.MessageAsync(403, $"Exceed Max Usage Parameter Limit ({plan.MaxParameters})");
        else if (_settings.UnknownSymbols.Contains(body.Symbol))
            await (route.IsFirstVersion ? answer.ErrorAsync(422, "Invalid symbol.") : answer.MessageAsync(422, "Invalid Symbol"));
        else if (route.IsStorage) await answer.JsonAsync(200, State.Store(body, route, Address));
        else await answer.PictureAsync(body, next);
    }

    private FakeAnswer NextAnswer(HttpContext context) =>
        Enum.TryParse(context.Request.Headers[FaultHeader], ignoreCase: true, out FakeFault fault)
            ? new FakeAnswer(fault)
            : State.NextAnswer();
}
