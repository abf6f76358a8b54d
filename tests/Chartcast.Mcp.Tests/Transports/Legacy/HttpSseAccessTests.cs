using Chartcast.Mcp.Tests.Fixtures;
using Chartcast.Mcp.Tests.Security.OAuth;

namespace Chartcast.Mcp.Tests.Transports.Legacy;

/// <summary>The 2024-11-05 transport where callers have tokens.</summary>
public sealed class HttpSseAccessTests : IAsyncLifetime
{
    private const string Revision = "2024-11-05";

    private readonly TestIssuer _issuer = new();
    private TestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _host = await TestHost.StartAsync(time: _issuer.Time, bearer: _issuer.Rules());

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact(Timeout = Until.Limit)]
    public async Task BothRoutes_AskForAToken()
    {
        using var reader = HttpOf("notes:read");
        using var client = await SseClient.OpenAsync(reader);
        using var opened = await _host.Http.SendAsync(SseClient.Opening(), Cancel);
        using var posted = await PostAsync(_host.Http, client.Address, LegacyClient.Ping("1"));

        Assert.Equal(401, (int)opened.StatusCode);
        Assert.Equal(401, (int)posted.StatusCode);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Messages_NeedWhatTheyAskFor()
    {
        using var reader = HttpOf("notes:read");
        using var client = await SseClient.OpenAsync(reader, Revision);
        Assert.Equal(403, await client.PostAsync(GateTool.Call("1", "a")));
        using var writer = HttpOf("notes:write");
        using var accepted = await PostAsync(writer, client.Address, GateTool.Call("2", "a"));
        _host.Tools.Gate.LetGo("a");

        Assert.Equal(202, (int)accepted.StatusCode);
        Assert.Equal(2, (await client.Events.NextAsync())!.Json.GetProperty("id").GetInt32());
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Connection_IsItsSubjectsAlone()
    {
        using var mine = HttpOf("notes:write");
        using var client = await SseClient.OpenAsync(mine, Revision);
        using var theirs = HttpOf("notes:read notes:write notes:all", "eve");
        using var refused = await PostAsync(theirs, client.Address, LegacyClient.Ping("1"));

        Assert.Equal(404, (int)refused.StatusCode);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Connection_EndsWithItsToken_AndSoDoesItsWork()
    {
        using var http = HttpOf("notes:write");
        using var client = await SseClient.OpenAsync(http, Revision);
        Assert.Equal(202, await client.PostAsync(GateTool.Call("1", "a")));
        await _host.Tools.Gate.Started("a");
        var rest = client.Events.RestAsync();
        _issuer.Time.Advance(TimeSpan.FromSeconds(329));
        Assert.False(rest.IsCompleted);
        _issuer.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(await rest);
        Assert.True(await _host.Tools.Gate.Ended("a"));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Settings_AreThoseOfTheStreamsAddress()
    {
        using var http = HttpOf("notes:write");
        var opening = SseClient.Opening();
        opening.RequestUri = new Uri("/sse?delivery=link", UriKind.Relative);
        using var events = await EventReader.OpenAsync(http, opening);
        var address = (await events.NextAsync())!.Data!;
        using var accepted = await PostAsync(http, address + "&delivery=none", GateTool.Call("1", "a"));
        await _host.Tools.Gate.Started("a");

        var setting = Assert.Single(_host.Tools.Gate.SettingsOf("a"));
        Assert.Equal(("delivery", "link"), (setting.Key, setting.Value));
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string address, string body)
    {
        using var request = Raw.Post(body);
        request.RequestUri = new Uri(address, UriKind.Relative);
        return await http.SendAsync(request, Cancel);
    }

    private HttpClient HttpOf(string scope, string subject = "ada")
    {
        var client = _host.NewClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", _issuer.Token(scope, subject));
        return client;
    }
}
