using Chartcast.ChartImgFake;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Providers.ChartImg;

public sealed class ChartImgProviderTests
{
    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"symbol":"NASDAQ:AAPL"}""", 800, 600, "image/png")]
    [InlineData("""{"symbol":"A:B","width":500,"height":400,"pixelRatio":2,"format":"jpeg"}""", 1000, 800, "image/jpeg")]
    [InlineData(
        """{"symbol":"A:B","timezone":"UTC","range":"1M","indicators":["rsi","macd",{"type":"bb","color":"#ff000040"}]}""",
        800, 600, "image/png")]
    public async Task Draw_GivesTheCheckedPicture(string arguments, int width, int height, string type)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();

        ChartProduct product = await harness.DrawAsync(arguments);

        Assert.Equal((width, height, type), (product.Image.WidthPx, product.Image.HeightPx, product.Image.MimeType));
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(product.Image.Bytes.Span)),
            product.Image.Sha256);
        Assert.Equal(FakeSettings.DefaultKey, Assert.Single(harness.Fake.State.Calls).Key);
    }

    [Fact]
    public async Task Draw_SaysThatTheNumbersAreNotKnown()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();

        ChartProduct product = await harness.DrawAsync("""{"symbol":"NASDAQ:AAPL","interval":"4h","indicators":["macd"]}""");

        Assert.Null(product.Bars);
        Assert.Equal(("NASDAQ:AAPL", "4h", "candlestick", "chart-img"), (
            product.Report.Symbol, product.Report.Interval, product.Report.ChartType, product.Report.Provider));
        Assert.Equal(("NASDAQ", "tradingview"), (product.Report.Source!.Venue, product.Report.Source.Feed));
        Assert.Null(product.Report.Last ?? (object?)product.Report.Bars ?? product.Report.Axes);
        Assert.Equal(["Histogram", "MACD", "Signal"], Assert.Single(product.Report.Indicators).Plots.Keys);
        Assert.Contains(product.Report.Warnings, warning => warning.Contains("picture only", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FakeFault.RateLimited, 1)]
    [InlineData(FakeFault.RateLimited, 2)]
    [InlineData(FakeFault.ServerError, 1)]
    [InlineData(FakeFault.ServerError, 2)]
    [InlineData(FakeFault.BadGateway, 1)]
    [InlineData(FakeFault.Unavailable, 1)]
    [InlineData(FakeFault.ExternalTimeout, 1)]
    [InlineData(FakeFault.EndpointTimeout, 2)]
    [InlineData(FakeFault.Reset, 1)]
    [InlineData(FakeFault.Truncated, 1)]
    [InlineData(FakeFault.CutPicture, 1)]
    [InlineData(FakeFault.Html, 1)]
    [InlineData(FakeFault.JsonWithOk, 1)]
    [InlineData(FakeFault.Empty, 1)]
    [InlineData(FakeFault.WrongSize, 1)]
    [InlineData(FakeFault.WrongFormat, 1)]
    [InlineData(FakeFault.WrongContentType, 1)]
    [InlineData(FakeFault.BrokenChecksum, 1)]
    public async Task Draw_TriesAgain_AfterAFaultThatMayPass(FakeFault fault, int times)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.Script([.. Enumerable.Repeat(fault, times)]);

        ChartProduct product = await harness.DrawAsync();

        Assert.Equal(800, product.Image.WidthPx);
        Assert.Equal(times + 1, harness.Fake.State.CallCount);
        Assert.True(
            harness.Steps.Zip(harness.Steps.Skip(1)).All(pair => pair.First.Percent < pair.Second.Percent),
            string.Join('\n', harness.Steps));
        Assert.Contains(harness.Steps, step => step.Message.Contains("follows in", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FakeFault.RateLimited, 3, ChartErrorCode.UpstreamRateLimited)]
    [InlineData(FakeFault.ServerError, 3, ChartErrorCode.UpstreamFailed)]
    [InlineData(FakeFault.ExternalTimeout, 3, ChartErrorCode.UpstreamTimeout)]
    [InlineData(FakeFault.Reset, 2, ChartErrorCode.UpstreamFailed)]
    [InlineData(FakeFault.CutPicture, 2, ChartErrorCode.UpstreamBadImage)]
    [InlineData(FakeFault.Html, 2, ChartErrorCode.UpstreamBadImage)]
    [InlineData(FakeFault.WrongSize, 2, ChartErrorCode.UpstreamBadImage)]
    public async Task Draw_GivesUp_WhenAFaultStays(FakeFault fault, int calls, ChartErrorCode code)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.Script([.. Enumerable.Repeat(fault, 5)]);

        ChartError error = await harness.FailAsync();

        Assert.Equal(code, error.Code);
        Assert.Equal(calls, harness.Fake.State.CallCount);
    }

    [Theory]
    [InlineData(FakeFault.Unauthorized, ChartErrorCode.UpstreamUnauthorized, "Chart-IMG API error: Invalid Request")]
    [InlineData(FakeFault.Forbidden, ChartErrorCode.UpstreamUnauthorized, "Chart-IMG API error: Forbidden")]
    [InlineData(FakeFault.SessionDisconnected, ChartErrorCode.UpstreamRefused, "Chart-IMG API error: Session Disconnected")]
    [InlineData(FakeFault.InvalidRequest, ChartErrorCode.UpstreamRefused, "Chart-IMG API error: Invalid Request")]
    [InlineData(FakeFault.NotImplemented, ChartErrorCode.UpstreamFailed, "Chart-IMG API error: Not Implemented")]
    [InlineData(FakeFault.Redirect, ChartErrorCode.UpstreamFailed, "Chart-IMG API error: HTTP 302")]
    public async Task Draw_AsksOnce_WhenTheAnswerIsFinal(FakeFault fault, ChartErrorCode code, string upstream)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.Script(fault);

        ChartError error = await harness.FailAsync();

        Assert.Equal((code, upstream), (error.Code, error.Upstream));
        Assert.Equal(1, harness.Fake.State.CallCount);
        Assert.Equal(code == ChartErrorCode.UpstreamUnauthorized, harness.Provider.IsKeyRefused);
    }

    [Theory]
    [InlineData(FakeFault.GeneralContentType)]
    [InlineData(FakeFault.NoContentType)]
    public async Task Draw_TakesARightPicture_WithAnotherType(FakeFault fault)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.Script(fault);

        Assert.Equal(800, (await harness.DrawAsync()).Image.WidthPx);
        Assert.Equal(1, harness.Fake.State.CallCount);
    }

    // Guide: Chart-IMG API has rate limits based on subscription tier
    [Fact]
    public async Task Draw_AsksNoMoreUntilMidnightUtc_WhenTheDaysLimitIsReached()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.Script(FakeFault.LimitExceeded);

        ChartError first = await harness.FailAsync();
        ChartError second = await harness.FailAsync();

        Assert.All([first, second], error => Assert.Equal(
            (ChartErrorCode.UpstreamQuotaExhausted, TimeSpan.FromHours(9)), (error.Code, error.RetryAfter)));
        Assert.Equal(1, harness.Fake.State.CallCount);
        harness.Time.Advance(TimeSpan.FromHours(9));
        Assert.NotNull(await harness.DrawAsync());
    }

    [Fact]
    public async Task Draw_SaysThatASymbolIsUnknown()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        ChartError error = await harness.FailAsync("""{"symbol":"NOPE:NOPE"}""");
        Assert.Equal((ChartErrorCode.UnknownSymbol, "Chart-IMG API error: Invalid Symbol"), (error.Code, error.Upstream));
    }

    [Fact]
    public async Task Draw_RefusesAWrongKey_WithoutRepeating()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync(key: "another-key");
        Assert.Equal(ChartErrorCode.UpstreamUnauthorized, (await harness.FailAsync()).Code);
        Assert.Equal(1, harness.Fake.State.CallCount);
    }

    [Fact]
    public async Task Draw_EndsWithTheTotalTime_WhenNothingAnswers()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.Script(FakeFault.HangBeforeHeaders, FakeFault.HangBeforeHeaders);

        Task<ChartProduct> drawing = harness.StartDrawing();
        await harness.Fake.State.NextCallAsync(Token);
        harness.Time.Advance(TimeSpan.FromSeconds(30));
        harness.Time.Advance(await harness.Time.NextTimerAsync(TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(9), Token));
        await harness.Fake.State.NextCallAsync(Token);
        harness.Time.Advance(TimeSpan.FromSeconds(25));

        Assert.Equal(
            ChartErrorCode.UpstreamTimeout, (await Assert.ThrowsAsync<ChartException>(() => drawing)).Error.Code);
        Assert.Equal(2, harness.Fake.State.CallCount);
    }

    [Theory]
    [InlineData(FakeFault.HangAfterHeaders)]
    [InlineData(FakeFault.HangInBody)]
    public async Task Draw_CutsAnAnswerThatPauses_AndTriesAgain(FakeFault fault)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.Script(fault);

        Task<ChartProduct> drawing = harness.StartDrawing();
        harness.Time.Advance(await harness.Time.NextTimerAsync(TenSeconds, TenSeconds, Token));
        harness.Time.Advance(await harness.Time.NextTimerAsync(TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(9), Token));

        Assert.Equal(800, (await drawing).Image.WidthPx);
        Assert.Equal(2, harness.Fake.State.CallCount);
    }

    [Fact]
    public async Task Draw_EndsSoon_WhenCancelled()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.Script(FakeFault.HangBeforeHeaders);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);

        Task<ChartProduct> drawing = harness.StartDrawing(cancellation: cancellation.Token);
        await harness.Fake.State.NextCallAsync(Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drawing);
        Assert.Equal(1, harness.Fake.State.CallCount);
    }

    [Fact]
    public async Task Draw_NamesAServerThatIsNotThere()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        await harness.Fake.DisposeAsync();

        ChartError error = await harness.FailAsync();

        Assert.Equal((ChartErrorCode.UpstreamFailed, "Chart-IMG could not be reached."), (error.Code, error.Message));
    }
}
