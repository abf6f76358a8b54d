using Chartcast.ChartImgFake;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Providers.ChartImg.Calls;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Providers.ChartImg.Calls;

public sealed class ChartImgEndpointTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Reference part 2.3
    [Fact]
    public async Task Layout_IsAskedForByItsId_WithItsOwnBody()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        ChartProduct product = await harness.DrawAsync(
            """
            {"symbol":"NASDAQ:GOOG","interval":"15m","width":1280,"height":720,
            "layout":{"id":"AbCd1234","resetZoom":true,"zoomOut":1,"moveLeft":5}}
            """);

        FakeCall call = Assert.Single(harness.Fake.State.Calls);
        Assert.Equal("/v2/tradingview/layout-chart/AbCd1234", call.Path);
        Assert.Equal(
            """{"symbol":"NASDAQ:GOOG","interval":"15m","width":1280,"height":720,"format":"png","resetZoom":true,"zoomOut":1,"moveLeft":5}""",
            call.Body);
        Assert.Equal((1280, 720), (product.Image.WidthPx, product.Image.HeightPx));
    }

    [Theory]
    [InlineData("""{"symbol":"A:B","layout":"AbCd1234","store":true}""", "/v2/tradingview/layout-chart/storage/AbCd1234")]
    [InlineData("""{"symbol":"A:B","store":true}""", "/v2/tradingview/advanced-chart/storage")]
    public async Task Storage_GivesTheAddress_AndTheCheckedPicture(string arguments, string path)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();

        ChartProduct product = await harness.DrawAsync(arguments);

        Assert.Equal(path, Assert.Single(harness.Fake.State.Calls).Path);
        Assert.Equal(800, product.Image.WidthPx);
        Assert.StartsWith(harness.Fake.Address.AbsoluteUri + "stored/", product.Report.Stored!.Url, StringComparison.Ordinal);
        Assert.True(product.Report.Stored.ExpiresAt > harness.Time.GetUtcNow());
        Assert.Equal(1, harness.Account.Usage().Today);
        ChartProduct kept = await harness.DrawAsync(arguments);
        Assert.Equal(product.Report.Stored, kept.Report.Stored);
    }

    // Reference part 6.2: the three shapes of storage answers, and the later form of addresses
    [Theory]
    [InlineData(
        """{"url":"https://api.chart-img.com/v1/storage/pub/4b2f.png","etag":"0af1","size":64123,"expireAt":"2025-08-01T00:00:00.000Z","createdAt":"2025-06-01T00:00:00.000Z","cors":"*"}""",
        "2025-08-01")]
    [InlineData(
        """{"url":"https://r2.chart-img.com/tradingview/advanced-chart/snapshot/abcdefghijk.png","etag":"0af1","expire":"2025-08-01T00:00:00.000Z"}""",
        "2025-08-01")]
    [InlineData(
        """{"url":"https://r2.chart-img.com/tradingview/layout-chart/snapshot/abcdefghijk.png","etag":"0af1","size":64123,"expire":"2025-08-01T00:00:00.000Z"}""",
        "2025-08-01")]
    [InlineData("""{"url":"https://r2.chart-img.com/20250727/tradingview/advanced-chart/4b2f.png","expireAt":null}""", null)]
    public void Storage_IsReadInEveryShape(string json, string? expires)
    {
        StoredReport? stored = StoredPictures.Read(
            System.Text.Encoding.UTF8.GetBytes(json), ChartImgOptions.DefaultBaseAddress, out string? fault);
        Assert.Null(fault);
        Assert.StartsWith("https://", stored!.Url, StringComparison.Ordinal);
        Assert.Equal(expires, stored.ExpiresAt?.ToString("yyyy-MM-dd"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"url":7}""")]
    [InlineData("""{"url":"http://169.254.169.254/latest"}""")]
    [InlineData("""{"url":"file:///etc/passwd"}""")]
    [InlineData("""{"url":"https://evil.example/x.png"}""")]
    [InlineData("""{"url":"https://chart-img.com.evil.example/x.png"}""")]
    [InlineData("""{"url":"https://r2.chart-img.com:8443/x.png"}""")]
    [InlineData("""{"url":"https://user@r2.chart-img.com/x.png"}""")]
    [InlineData("""{"url":"http://r2.chart-img.com/x.png"}""")]
    public void Storage_LeadsNowhereElse(string json)
    {
        Assert.Null(StoredPictures.Read(
            System.Text.Encoding.UTF8.GetBytes(json), ChartImgOptions.DefaultBaseAddress, out string? fault));
        Assert.NotNull(fault);
    }

    [Fact]
    public async Task Storage_FollowsNoForeignAddress()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.WrongUrl = "http://169.254.169.254/latest/meta-data/";
        ChartError error = await harness.FailAsync("""{"symbol":"A:B","store":true}""");
        Assert.Equal(ChartErrorCode.UpstreamBadImage, error.Code);
        Assert.Equal(1, harness.Fake.State.CallCount);
    }

    // Reference part 6.3: 404 for an unknown LAYOUT_ID
    [Fact]
    public async Task Error404_LayoutNotFound_NamesTheLayout()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        ChartError error = await harness.FailAsync("""{"symbol":"A:B","layout":"Unknown1"}""");
        Assert.Equal(ChartErrorCode.UpstreamRefused, error.Code);
        Assert.Contains("layout", error.Message, StringComparison.Ordinal);
    }

    // Reference part 1: the two headers are sent together
    [Theory]
    [InlineData("""{"symbol":"A:B"}""")]
    [InlineData("""{"symbol":"A:B","layout":"AbCd1234"}""")]
    public async Task Session_GoesAlong_InBothHeaders_AndIntoNoText(string arguments)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync(session: "session-of-mine");
        await harness.DrawAsync(arguments);
        FakeCall call = Assert.Single(harness.Fake.State.Calls);
        Assert.Equal(("session-of-mine", "session-of-mine-sign"), (call.Session, call.SessionSign));
        Assert.DoesNotContain(harness.Log.Lines, line => line.Contains("session-of-mine", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("one", null)]
    [InlineData(null, "one")]
    public void Session_NeedsBothHeaders(string? id, string? sign) => Assert.Single(
        new ChartImgOptions { ApiKey = "key", SessionId = id, SessionIdSign = sign }.Faults());

    // Reference part 2.4
    [Fact]
    public async Task Directory_ListsSymbols_OnceADay_AcrossRestarts()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        IReadOnlyList<DirectorySymbol> symbols = await harness.Provider.Directory.SymbolsAsync("NASDAQ", Token);
        await harness.NewProvider().Directory.SymbolsAsync("nasdaq", Token);

        Assert.Equal(["NASDAQ:AAPL", "NASDAQ:NDX", "NASDAQ:QQQ"], symbols.Select(symbol => symbol.Symbol));
        Assert.Equal(["stock", "index", "fund"], symbols.Select(symbol => symbol.Type));
        Assert.DoesNotContain(symbols, symbol => symbol.Description.Contains('\u001b', StringComparison.Ordinal));
        Assert.Equal("/v3/tradingview/exchange/nasdaq", Assert.Single(harness.Fake.State.Calls).Path);
        harness.Time.Advance(TimeSpan.FromHours(25));
        await harness.Provider.Directory.SymbolsAsync("NASDAQ", Token);
        Assert.Equal((2, 1), (harness.Fake.State.CallCount, harness.Account.Usage().Today));
    }

    [Fact]
    public async Task Directory_ListsExchanges_AndNoSymbolsOfAnUnknownOne()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        Assert.Equal(["NASDAQ", "NYSE", "BINANCE"], await harness.Provider.Directory.ExchangesAsync(Token));
        Assert.Empty(await harness.Provider.Directory.SymbolsAsync("NOWHERE", Token));
        Assert.Empty(await harness.Provider.Directory.SymbolsAsync("../v2/x", Token));
        Assert.Equal(2, harness.Fake.State.CallCount);
    }
}
