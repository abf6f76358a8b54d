using System.Security.Cryptography;
using System.Text;
using Chartcast.App.Configuration;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.ChartImgApi;

/// <summary>What each plan allows: rate, burst, day, size, parameters, watermark, storage.</summary>
public sealed class PlanTests
{
    private const string TooMany = """{"message":"Too Many Requests"}""";
    private const string Exceeded = """{"message":"Limit Exceeded"}""";

    [Fact]
    public async Task Rate_LetsABurstPass_AndThenSoManyASecond()
    {
        await using TestApp app = await StartAsync("basic");
        for (int i = 0; i < 3; i++) Assert.Equal(200, (await DrawAsync(app)).Status);
        ApiAnswer refused = await DrawAsync(app);
        refused.IsError(429, TooMany);
        Assert.Null(refused.Header("Retry-After"));
        Assert.DoesNotContain(refused.Headers, header => header.Key.Contains("limit", StringComparison.OrdinalIgnoreCase));
        app.Time.Advance(TimeSpan.FromMilliseconds(999));
        (await DrawAsync(app)).IsError(429, TooMany);
        app.Time.Advance(TimeSpan.FromMilliseconds(2));
        Assert.Equal(200, (await DrawAsync(app)).Status);
        (await DrawAsync(app)).IsError(429, TooMany);
        app.Time.Advance(TimeSpan.FromHours(1));
        for (int i = 0; i < 3; i++) Assert.Equal(200, (await DrawAsync(app)).Status);
        (await DrawAsync(app)).IsError(429, TooMany);
    }

    [Fact]
    public async Task Day_CountsCallsThatFailToo_ButNotThoseThatCameTooFast_AndBeginsAnewAtMidnightUtc()
    {
        await using TestApp app = await StartAsync("basic");
        for (int i = 0; i < 50; i++)
        {
            app.Time.Advance(TimeSpan.FromSeconds(3));
            ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, i % 2 == 0 ? "nothing" : """{"interval":"x"}""");
            Assert.Equal(i % 2 == 0 ? 400 : 422, answer.Status);
        }

        app.Time.Advance(TimeSpan.FromSeconds(3));
        (await DrawAsync(app)).IsError(429, Exceeded);
        app.Time.SetUtcNow(new DateTimeOffset(2026, 1, 15, 23, 59, 59, TimeSpan.Zero));
        (await DrawAsync(app)).IsError(429, Exceeded);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await DrawAsync(app)).Status);
    }

    [Fact]
    public async Task Keys_HaveAllowancesOfTheirOwn()
    {
        await using TestApp app = await TestApp.StartAsync(options => options with
        {
            Demo = true,
            ChartImgApi = options.ChartImgApi with
            {
                Keys =
                [
                    new ApiKey("one-one-one", "one", ApiPlan.Find("basic")! with { PerDay = 1 }),
                    new ApiKey("two-two-two", "two", ApiPlan.Find("basic")!),
                ],
            },
        });
        Assert.Equal(200, (await DrawAsync(app, "one-one-one")).Status);
        (await DrawAsync(app, "one-one-one")).IsError(429, Exceeded);
        Assert.Equal(200, (await DrawAsync(app, "two-two-two")).Status);
        // Who is not let in uses up nothing.
        for (int i = 0; i < 5; i++) Assert.Equal(403, (await DrawAsync(app, "three-three")).Status);
        Assert.Equal(200, (await DrawAsync(app, "two-two-two")).Status);
    }

    [Fact]
    public async Task Day_IsNotBegunAnew_ByARestart()
    {
        using var folder = new TemporaryFolder();
        Func<ServerOptions, ServerOptions> options = plain => plain with
        {
            Demo = true,
            StateDirectory = folder.Path,
            ChartImgApi = plain.ChartImgApi with
            {
                Keys =
                [
                    new ApiKey("one-one-one", "one", ApiPlan.Find("basic")! with { PerDay = 2 }),
                    new ApiKey("two-two-two", "two", ApiPlan.Find("basic")! with { PerDay = 1 }),
                ],
            },
        };
        await using (TestApp app = await TestApp.StartAsync(options))
            Assert.Equal(200, (await DrawAsync(app, "one-one-one")).Status);
        await using (TestApp again = await TestApp.StartAsync(options))
        {
            Assert.Equal(200, (await DrawAsync(again, "one-one-one")).Status);
            (await DrawAsync(again, "one-one-one")).IsError(429, Exceeded);
            Assert.Equal(200, (await DrawAsync(again, "two-two-two")).Status);
            again.Time.Advance(TimeSpan.FromHours(9));
            Assert.Equal(200, (await DrawAsync(again, "one-one-one")).Status);
        }

        // No key is in the file, not even as a digest that could be looked for.
        string file = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(folder.Path, "chart-img.db")));
        Assert.DoesNotContain("one-one-one", file, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Encoding.Latin1.GetString(SHA256.HashData(Encoding.UTF8.GetBytes("one-one-one"))[..16]), file,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("basic", "800x600", 3)]
    [InlineData("pro", "1920x1080", 5)]
    [InlineData("mega", "1920x1600", 10)]
    [InlineData("ultra", "2048x1920", 25)]
    [InlineData("enterprise", "2048x1920", 50)]
    public async Task Limits_AreThoseOfTheTable_InTheWordsOfTheApi(string plan, string size, int parameters)
    {
        await using TestApp app = await StartAsync(plan);
        int[] sides = [.. size.Split('x').Select(int.Parse)];
        string limit = $$"""{"message":"Exceed Max Usage Resolution Limit ({{size}})"}""";
        app.Time.Advance(TimeSpan.FromMinutes(1));
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, $$"""{"width":{{sides[0] + 1}}}""")).IsError(403, limit);
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, $$"""{"height":{{sides[1] + 1}}}""")).IsError(403, limit);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, Body(parameters - 1, 1))).IsImage(800, 600);
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, Body(parameters, 1)))
            .IsError(403, $$"""{"message":"Exceed Max Usage Parameter Limit ({{parameters}})"}""");
        app.Time.Advance(TimeSpan.FromMinutes(1));
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, $$"""{"width":{{sides[0]}},"height":{{sides[1]}}}"""))
            .IsImage(sides[0], sides[1]);
        (await ApiAnswer.GetAsync(app, $"/v1/tradingview/mini-chart?width={sides[0] + 1}")).IsError(403, limit);
    }

    [Fact]
    public async Task Overrides_DoNotCount()
    {
        await using TestApp app = await StartAsync("basic");
        (await ApiAnswer.PostAsync(
            app, ApiAnswer.AdvancedPath,
            """
            {"override":{"showLegend":false,"style":{"candleStyle.upColor":"rgb(1,2,3)"}},
            "studies":[{"name":"MACD","override":{"Signal.linewidth":2}},{"name":"Volume"},{"name":"VWAP"}]}
            """)).IsImage(800, 600);
    }

    [Theory]
    [InlineData("basic", false)]
    [InlineData("mega", false)]
    [InlineData("ultra", true)]
    [InlineData("unlimited", true)]
    public async Task Watermark_IsForTheLargerPlans(string plan, bool isShown)
    {
        await using TestApp app = await StartAsync(plan);
        foreach (ApiAnswer answer in new[]
        {
            await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, """{"watermark":"ACME"}"""),
            await ApiAnswer.GetAsync(app, "/v1/tradingview/advanced-chart?watermark=ACME"),
        })
        {
            answer.IsImage(800, 600);
            Generation.Requests.ChartRequest request = (await AdvancedChartTests.RecordAsync(app, answer)).Request;
            Assert.Equal(isShown, request.Appearance.Watermark is not null);
            Assert.Equal(isShown, request.Warnings.Count == 0);
        }
    }

    [Theory]
    [InlineData("basic", "2026-01-29T15:00:00.000Z")]
    [InlineData("pro", "2026-02-14T15:00:00.000Z")]
    [InlineData("mega", "2026-03-16T15:00:00.000Z")]
    [InlineData("ultra", "2026-04-15T15:00:00.000Z")]
    [InlineData("enterprise", "2026-05-15T15:00:00.000Z")]
    public async Task StoredPictures_AreKeptAsLongAsThePlanSays(string plan, string expire)
    {
        await using TestApp app = await StartAsync(plan);
        ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath + "/storage", "{}");
        Assert.Equal(expire, answer.Json.GetProperty("expire").GetString());
    }

    [Fact]
    public async Task Links_CountForNothing()
    {
        await using TestApp app = await StartAsync("basic");
        ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath + "/storage", "{}");
        string path = new Uri(answer.Json.GetProperty("url").GetString()!).AbsolutePath;
        for (int i = 0; i < 10; i++) Assert.Equal(200, (await ApiAnswer.GetAsync(app, path)).Status);
        Assert.Equal(200, (await DrawAsync(app)).Status);
    }

    private static Task<TestApp> StartAsync(string plan) => TestApp.StartAsync(options => options with
    {
        Demo = true,
        ChartImgApi = options.ChartImgApi with { Plan = ApiPlan.Find(plan)! },
    });

    private static Task<ApiAnswer> DrawAsync(TestApp app, string key = "none") =>
        ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, "{}", ("x-api-key", key));

    private static string Body(int studies, int drawings) =>
        $$$"""
        {"studies":[{{{string.Join(',', Enumerable.Repeat("""{"name":"Moving Average"}""", studies))}}}],
        "drawings":[{{{string.Join(',', Enumerable.Repeat("""{"name":"Horizontal Line","input":{"price":500}}""", drawings))}}}]}
        """;
}
