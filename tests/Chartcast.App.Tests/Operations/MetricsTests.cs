using Chartcast.App.Configuration;
using Chartcast.App.Tests.Doubles;
using Chartcast.ChartImgFake;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Stores.ChartImg;

namespace Chartcast.App.Tests.Operations;

public sealed class MetricsTests
{
    private const string Requests = "chartcast_chart_requests_total";
    private const string Attempts = "chartcast_chart_img_attempts_total";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_IsPrometheusText_AndNotKept()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.GetAsync("/metrics");
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("version=0.0.4", response.Content.Headers.ContentType.ToString(), StringComparison.Ordinal);
        Assert.Equal(("no-store", "nosniff"), (response.Headers.CacheControl!.ToString(), response.Headers.GetValues("X-Content-Type-Options").Single()));
        using HttpResponseMessage open = await app.GetAsync("/metrics", ("Accept", "application/openmetrics-text; version=1.0.0"));
        Assert.Equal("application/openmetrics-text", open.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith("# EOF\n", await open.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using HttpResponseMessage posted = await app.PostAsync("/metrics", "{}");
        Assert.Equal(405, (int)posted.StatusCode);
    }

    [Fact]
    public async Task Requests_AreCountedByOutcomeAndProvider()
    {
        await using TestApp app = await TestApp.StartAsync();
        Assert.Null((await ScrapeAsync(app)).Value(Requests));
        await app.CallAsync("generate_chart", """{"symbol":"FILE:prices","delivery":"none"}""");
        await app.CallAsync("generate_chart", """{"symbol":"FILE:prices","width":801,"delivery":"none"}""");
        await app.CallAsync("generate_chart", """{"symbol":"NO:SUCH","delivery":"none"}""");

        Exposition read = await ScrapeAsync(app);
        Assert.Equal(2, read.Value(Requests, ("outcome", "completed"), ("provider", "local")));
        Assert.Equal(1, read.Value(Requests, ("outcome", "failed"), ("provider", "local"), ("error_type", "unknown_symbol")));
        Assert.Equal(2, read.Value("chartcast_chart_duration_seconds_count", ("outcome", "completed"), ("provider", "local")));
        Assert.Equal(0, read.Value("chartcast_chart_requests_waiting"));
        Assert.Equal(0, read.Value("chartcast_chart_requests_unfinished"));

        await app.CallAsync("generate_chart", """{"symbol":"FILE:prices","width":802,"delivery":"none"}""");
        Assert.Equal(3, (await ScrapeAsync(app)).Value(Requests, ("outcome", "completed")));
    }

    [Fact]
    public async Task Requests_ThatAreNotTaken_AreRefused()
    {
        await using TestApp app = await TestApp.StartAsync();
        await app.Engine.Requests.DrainAsync(Token);
        await app.CallAsync("generate_chart", """{"symbol":"FILE:prices","delivery":"none"}""");
        Assert.Equal(1, (await ScrapeAsync(app)).Value(Requests, ("outcome", "refused"), ("provider", "none"), ("error_type", "busy")));
    }

    [Fact]
    public async Task Counts_AreThoseOfOneServer()
    {
        await using TestApp one = await TestApp.StartAsync();
        await using TestApp other = await TestApp.StartAsync();
        await one.CallAsync("generate_chart", """{"symbol":"FILE:prices","delivery":"none"}""");
        Assert.Equal(1, (await ScrapeAsync(one)).Value(Requests, ("outcome", "completed")));
        Assert.Null((await ScrapeAsync(other)).Value(Requests));
    }

    [Fact]
    public async Task Listeners_AreCounted()
    {
        await using TestApp app = await TestApp.StartAsync();
        Assert.Equal(0, (await ScrapeAsync(app)).Value("chartcast_event_listeners"));
        using EventReader events = await app.ListenAsync("/mcp/events/a");
        Exposition read = await ScrapeAsync(app);
        Assert.Equal(1, read.Value("chartcast_event_listeners"));
        Assert.Equal(0, read.Value("chartcast_event_listeners_dropped_total", ("reason", "stalled")));
    }

    [Fact]
    public async Task Symbols_MakeNoSeries()
    {
        await using TestApp app = await TestApp.StartAsync(options => options with { Demo = true });
        await app.CallAsync("generate_chart", """{"symbol":"DEMO:FIRST","delivery":"none"}""");
        int before = (await ScrapeAsync(app)).Samples.Count();
        for (int i = 0; i < 40; i++) await app.CallAsync("generate_chart", $$"""{"symbol":"DEMO:S{{i}}","delivery":"none"}""");
        string text = await TextAsync(app);
        Assert.Equal(before, Exposition.Parse(text).Samples.Count());
        Assert.DoesNotContain("DEMO", text, StringComparison.Ordinal);
        Assert.DoesNotContain("req_", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChartImg_ShowsTheBook_AttemptsAndFallbacks_AndNeverTheKey()
    {
        await using ChartImgFakeServer fake = await ChartImgFakeServer.StartAsync();
        await using TestApp app = await StartAsync(fake);
        await app.CallAsync("generate_chart", """{"symbol":"NASDAQ:AAPL","delivery":"none"}""");
        await app.CallAsync("generate_chart", """{"symbol":"NASDAQ:AAPL","delivery":"none"}""");
        fake.State.Script(FakeFault.Forbidden);
        await app.CallAsync("generate_chart", """{"symbol":"LOCAL:PRICES","delivery":"none"}""");

        string text = await TextAsync(app);
        var read = Exposition.Parse(text);
        (string, string) plan = ("plan", "pro");
        Assert.Equal(
            (2, 500, 498, 0, 1),
            (read.Value("chartcast_chart_img_attempts_today", plan), read.Value("chartcast_chart_img_limit_per_day", plan),
                read.Value("chartcast_chart_img_left_today", plan), read.Value("chartcast_chart_img_exhausted", plan),
                read.Value("chartcast_chart_img_key_refused", plan)));
        Assert.Equal(
            new DateTimeOffset(2026, 1, 16, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(),
            read.Value("chartcast_chart_img_reset_timestamp_seconds", plan));
        Assert.Equal(1, read.Value(Attempts, ("endpoint", "advanced"), ("status", "2xx")));
        Assert.Equal(1, read.Value(Attempts, ("endpoint", "advanced"), ("status", "4xx"), ("error_type", "upstream_unauthorized")));
        Assert.Equal(1, read.Value("chartcast_chart_img_cache_lookups_total", ("result", "hit")));
        Assert.Equal(2, read.Value("chartcast_chart_img_cache_lookups_total", ("result", "miss")));
        Assert.Equal(1, read.Value("chartcast_chart_img_fallbacks_total", ("reason", "upstream_unauthorized")));
        Assert.Equal(1, read.Value("chartcast_chart_img_circuit_state", ("endpoint", "advanced"), ("state", "closed")));
        Assert.Equal(1, read.Value(Requests, ("outcome", "completed"), ("provider", "local")));
        Assert.Equal(2, read.Value(Requests, ("outcome", "completed"), ("provider", "chart-img")));
        Assert.DoesNotContain(FakeSettings.DefaultKey, text, StringComparison.OrdinalIgnoreCase);
        foreach (string part in FakeSettings.DefaultKey.Split('-'))
            Assert.DoesNotContain(read.Samples.SelectMany(sample => sample.Labels), label => label.Value.Contains(part, StringComparison.Ordinal) && part.Length > 4);
        Assert.Equal(2, fake.State.CallCount);
    }

    [Fact]
    public async Task ChartImg_IsExhausted_AfterLimitExceeded_UntilTheDayEnds()
    {
        await using ChartImgFakeServer fake = await ChartImgFakeServer.StartAsync();
        await using TestApp app = await StartAsync(fake);
        fake.State.Script(FakeFault.LimitExceeded);
        await app.CallAsync("generate_chart", """{"symbol":"NASDAQ:AAPL","delivery":"none"}""");
        Exposition read = await ScrapeAsync(app);
        Assert.Equal((1, 0), (read.Value("chartcast_chart_img_exhausted"), read.Value("chartcast_chart_img_left_today")));
        app.Time.Advance(TimeSpan.FromHours(9));
        Assert.Equal((0, 500), ((await ScrapeAsync(app)).Value("chartcast_chart_img_exhausted"), (await ScrapeAsync(app)).Value("chartcast_chart_img_left_today")));
    }

    [Fact]
    public async Task ChartImg_BookIsReadOnceASecond_AndNotMadeOrWritten()
    {
        await using ChartImgFakeServer fake = await ChartImgFakeServer.StartAsync();
        await using TestApp app = await StartAsync(fake);
        string book = Path.Combine(app.Engine.Options.StateDirectory, SqliteAccountLedger.FileName);
        Assert.Equal(0, (await ScrapeAsync(app)).Value("chartcast_chart_img_attempts_today"));
        Assert.False(File.Exists(book));

        await app.CallAsync("generate_chart", """{"symbol":"NASDAQ:AAPL","delivery":"none"}""");
        Assert.Equal(0, (await ScrapeAsync(app)).Value("chartcast_chart_img_attempts_today"));
        app.Time.Advance(TimeSpan.FromSeconds(1));
        byte[] before = await File.ReadAllBytesAsync(book + "-wal", Token);
        Assert.Equal(1, (await ScrapeAsync(app)).Value("chartcast_chart_img_attempts_today"));
        Assert.Equal(before, await File.ReadAllBytesAsync(book + "-wal", Token));
        Assert.Equal(1, fake.State.CallCount);
    }

    [Fact]
    public async Task ChartImg_GaugesAreAbsent_WhileTheBookIsBroken()
    {
        await using ChartImgFakeServer fake = await ChartImgFakeServer.StartAsync();
        await using TestApp app = await StartAsync(fake);
        string book = Path.Combine(app.Engine.Options.StateDirectory, SqliteAccountLedger.FileName);
        await File.WriteAllTextAsync(book, "This is no database, but is long enough to be taken for the head of one.", Token);

        Exposition read = await ScrapeAsync(app);
        Assert.Equal(0, read.Value("chartcast_chart_img_book_readable"));
        Assert.DoesNotContain(read.Families, family => family.Name.EndsWith("_today", StringComparison.Ordinal));
        Assert.Null(read.Value("chartcast_chart_img_exhausted"));
        Assert.Equal(0, read.Value("chartcast_event_listeners"));

        File.Delete(book);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        read = await ScrapeAsync(app);
        Assert.Equal((1, 0), (read.Value("chartcast_chart_img_book_readable"), read.Value("chartcast_chart_img_attempts_today")));
    }

    internal static Task<TestApp> StartAsync(ChartImgFakeServer fake) => TestApp.StartAsync(options =>
    {
        File.WriteAllText(
            Path.Combine(options.DataDirectory!, "symbols.json"), """{"LOCAL:PRICES":{"file":"prices"} }""");
        return options with
        {
            ChartImgApiKey = FakeSettings.DefaultKey,
            ChartImgBaseUrl = fake.Address,
            ChartImg = new ChartImgSettings { Limits = AccountPlans.Find("pro")! },
        };
    });

    internal static async Task<Exposition> ScrapeAsync(TestApp app) => Exposition.Parse(await TextAsync(app));

    private static async Task<string> TextAsync(TestApp app)
    {
        using HttpResponseMessage response = await app.GetAsync("/metrics");
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadAsStringAsync(Token);
    }
}
