using Chartcast.ChartImgFake;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Dashboard;

/// <summary>The dashboard in a browser, as people use it. Pictures of it lie in <c>dashboard</c> beside the test
/// binary.</summary>
public sealed class DashboardTests : IAsyncLifetime
{
    private const string Token = "0123456789abcdef-token";
    private const string IsLive =
        "document.getElementById('stream').textContent === 'Live' && !document.getElementById('draw-button').disabled";
    private const string IsDrawn = "document.querySelector('#drawn:not([hidden]) img')?.naturalWidth > 0";

    private readonly ScratchFolder _state = new();
    private Browser? _browser;

    private Browser Browser => _browser ?? throw new InvalidOperationException("No browser was started.");

    public async ValueTask InitializeAsync()
    {
        _browser = await Browser.StartAsync();
        await _browser.WatchAsync();
        await _browser.ResizeAsync(1360, 900);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _state.Dispose();
    }

    [Fact]
    public async Task Page_DrawsAChart_ShowsItsStepsAndPicture_WithoutAComplaint()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(_state.Path, ["--demo"]);
        await Browser.GoToAsync(server.Address);
        await Browser.UntilAsync(IsLive);
        await DrawAsync("DEMO:PAGE");
        await Browser.UntilAsync(IsDrawn);

        string id = await Browser.EvaluateAsync("document.querySelector('#steps [data-step=completed]').dataset.request");
        string steps = await Browser.EvaluateAsync(
            $"[...document.querySelectorAll('#steps [data-request={id}]')].map(step => step.dataset.step).join(' ')");
        Assert.StartsWith("completed ", steps, StringComparison.Ordinal);
        Assert.EndsWith(" started queued", steps, StringComparison.Ordinal);
        string card = $"document.querySelector('#gallery [data-request={id}]')";
        await Browser.UntilAsync($"{card}?.querySelector('img').complete");
        string alt = await Browser.EvaluateAsync($"{card}.querySelector('img').alt");
        Assert.Contains("DEMO:PAGE", alt, StringComparison.Ordinal);
        Assert.StartsWith("Sample data", alt, StringComparison.Ordinal);

        await TakePicturesAsync("page");
        await Browser.EvaluateAsync($"({card}.querySelector('button').click(), 'clicked')");
        await Browser.UntilAsync("document.getElementById('viewer').open && document.getElementById('viewer-picture').naturalWidth === 800");
        await Browser.ScreenshotAsync(PictureOf("viewer"));
        Assert.Equal("png 200,json 200,csv 200", await Browser.EvaluateAsync("""
            Promise.all([...document.querySelectorAll('#viewer-links a')].map(async link =>
              `${link.href.split('.').pop()} ${(await fetch(link.href)).status}`)).then(all => all.join())
            """));
        Assert.Empty(await Browser.ComplaintsAsync());
    }

    [Fact]
    public async Task Page_SaysWhatIsWrong_BesideTheField()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(_state.Path, ["--demo"]);
        await Browser.GoToAsync(server.Address);
        await Browser.UntilAsync(IsLive);
        await Browser.EvaluateAsync("""
            (document.getElementById('width').value = '99999', document.getElementById('more').value = '["nosuchthing"]', 'set')
            """);
        await DrawAsync("");
        await Browser.UntilAsync("document.querySelectorAll('#request [aria-invalid]').length === 3");
        string told = await Browser.EvaluateAsync("""
            [...document.querySelectorAll('#request [aria-invalid]')].map(field =>
              field.id + ': ' + document.getElementById(field.getAttribute('aria-describedby')).textContent).join('\n')
            """);
        Assert.Matches("(?s)symbol: .+\nwidth: .+\nmore: .*nosuchthing", told);
        Assert.Equal("symbol", await Browser.EvaluateAsync("document.activeElement.id"));
        await Browser.ScreenshotAsync(PictureOf("faults"));
        Assert.Empty(await Browser.ComplaintsAsync());
    }

    [Fact]
    public async Task Page_AsksForTheToken_AndWorksWithIt()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(
            _state.Path, ["--demo"], new Dictionary<string, string> { ["CHARTCAST_TOKEN"] = Token });
        await Browser.GoToAsync(server.Address);
        await Browser.UntilAsync("!document.getElementById('token').hidden");
        await Browser.ScreenshotAsync(PictureOf("token"));
        await EnterTokenAsync("ключ, der keiner ist");
        await Browser.UntilAsync("document.getElementById('token-fault').textContent.includes('no token')");
        await EnterTokenAsync("not-the-right-token");
        await Browser.UntilAsync("document.getElementById('token-fault').textContent.includes('does not take')");
        await EnterTokenAsync(Token);
        await Browser.UntilAsync(IsLive);
        await DrawAsync("DEMO:TOKEN");
        await Browser.UntilAsync(IsDrawn);
        await Browser.UntilAsync("document.querySelector('#gallery img')?.naturalWidth === 800");
        Assert.StartsWith("blob:", await Browser.EvaluateAsync("document.querySelector('#drawn img').src"), StringComparison.Ordinal);

        await Browser.EvaluateAsync("(location.reload(), 'reloading')");
        await Browser.UntilAsync($"document.readyState === 'complete' && {IsLive}");
        Assert.Equal(server.Address.ToString(), await Browser.EvaluateAsync("location.href"));
        // The browser itself notes each 401, of which there were two kinds: no token, and a wrong one.
        IReadOnlyList<string> complaints = await Browser.ComplaintsAsync();
        Assert.All(complaints, complaint => Assert.Contains("401", complaint, StringComparison.Ordinal));
        Assert.Equal(2, complaints.Count);
        Assert.DoesNotContain(Token, server.Errors + server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ShowsTheQuotaOfTheKey_AndItsEnd()
    {
        await using ChartImgFakeServer fake = await ChartImgFakeServer.StartAsync();
        await using ServerProcess server = await ServerProcess.StartAsync(_state.Path, environment: new Dictionary<string, string>
        {
            ["CHART_IMG_API_KEY"] = FakeSettings.DefaultKey,
            ["CHART_IMG_BASE_URL"] = fake.Address.ToString(),
            ["CHART_IMG_PLAN"] = "basic",
        });
        await Browser.GoToAsync(server.Address);
        await Browser.UntilAsync(IsLive);
        await DrawAsync("NASDAQ:AAPL");
        await Browser.UntilAsync(IsDrawn);
        await Browser.UntilAsync("document.querySelector('#quota meter')?.value === 1");
        string quota = await Browser.EvaluateAsync("document.getElementById('quota').innerText");
        Assert.Matches("(?si)Plan basic.*1 of 50 calls used today · 49 left.*The day ends .*\\d{4}-\\d\\d-\\d\\d 00:00 UTC", quota);
        await Browser.ScreenshotAsync(PictureOf("quota"));

        fake.State.Script(FakeFault.LimitExceeded);
        await DrawAsync("NASDAQ:MSFT");
        await Browser.UntilAsync("document.getElementById('request-fault').textContent.includes('daily limit')");
        await Browser.UntilAsync("document.getElementById('quota').innerText.includes('calls are used up')");
        Assert.Equal("50", await Browser.EvaluateAsync("String(document.querySelector('#quota meter').value)"));
        Assert.Empty(await Browser.ComplaintsAsync());
    }

    [Fact]
    public async Task Page_SaysHowToSetAKey_WhenThereIsNone_AndTakesTextAsText()
    {
        using var prices = new ScratchFolder();
        await File.WriteAllTextAsync(prices.File("a.csv"), """
            Date,Open,High,Low,Close,Volume
            2025-06-02,1,2,1,2,10
            2025-06-03,2,3,2,3,10
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(prices.File("symbols.json"), """
            {"EVIL:ONE":{"file":"a","description":"<img id=evil src=x onerror=alert(1)>"} }
            """, TestContext.Current.CancellationToken);
        await using ServerProcess server = await ServerProcess.StartAsync(_state.Path, ["--data", prices.Path]);
        await Browser.GoToAsync(server.Address);
        await Browser.UntilAsync(IsLive);
        Assert.Contains("CHART_IMG_API_KEY", await Browser.EvaluateAsync("document.getElementById('quota').innerText"), StringComparison.Ordinal);
        await DrawAsync("EVIL:ONE");
        await Browser.UntilAsync(IsDrawn);
        await Browser.UntilAsync("document.querySelector('#symbols option')?.textContent.includes('onerror')");
        Assert.Equal("null", await Browser.EvaluateAsync("String(document.getElementById('evil'))"));
        Assert.Empty(await Browser.ComplaintsAsync());
    }

    [Fact]
    public async Task Stream_ComesBackAfterABreak_WithTheStepsInBetween()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(_state.Path, ["--demo"]);
        await using var wire = new CutWire(server.Address);
        await Browser.GoToAsync(wire.Address);
        await Browser.UntilAsync(IsLive);
        wire.Cut();
        await Browser.UntilAsync("document.getElementById('stream').textContent.startsWith('Reconnecting')");
        await server.DrawAsync("""{"symbol":"DEMO:MISSED"}""");
        wire.Mend();
        await Browser.UntilAsync(IsLive);
        await Browser.UntilAsync("document.getElementById('steps').innerText.includes('DEMO:MISSED')");
        Assert.Equal("1 1", await Browser.EvaluateAsync("""
            ['queued', 'completed'].map(step => document.querySelectorAll(`#steps [data-step=${step}]`).length).join(' ')
            """));
    }

    private async Task DrawAsync(string symbol)
    {
        await Browser.EvaluateAsync("""
            (document.getElementById('symbol').value = '', document.querySelector('[value=rsi]').checked = true,
             document.getElementById('drawn').hidden = true, document.getElementById('symbol').focus(), 'ready')
            """);
        if (symbol.Length > 0) await Browser.TypeAsync(symbol);
        await Browser.PressEnterAsync();
    }

    private async Task EnterTokenAsync(string token)
    {
        await Browser.EvaluateAsync("(document.getElementById('token-text').focus(), 'ready')");
        await Browser.TypeAsync(token);
        await Browser.PressEnterAsync();
    }

    private async Task TakePicturesAsync(string name)
    {
        await Browser.ScreenshotAsync(PictureOf(name));
        await Browser.ResizeAsync(1360, 900, isDark: true);
        await Browser.ScreenshotAsync(PictureOf(name + "-dark"));
        await Browser.ResizeAsync(390, 844);
        Assert.Equal("fits", await Browser.EvaluateAsync(
            "document.documentElement.scrollWidth <= 390 ? 'fits' : String(document.documentElement.scrollWidth)"));
        await Browser.ScreenshotAsync(PictureOf(name + "-phone"));
        await Browser.ResizeAsync(1360, 900);
    }

    private static string PictureOf(string name)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "dashboard");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, name + ".png");
    }
}
