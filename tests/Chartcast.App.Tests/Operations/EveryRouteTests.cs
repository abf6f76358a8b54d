using Chartcast.App.Tests.Doubles;
using Microsoft.AspNetCore.Routing;

namespace Chartcast.App.Tests.Operations;

public sealed class EveryRouteTests
{
    private const string Token = "0123456789abcdef-token";

    // Stored pictures are for everyone who has their unguessable name; nobody has this one's.
    private const string Stored = "/stored/20260101/req_1.png";

    // Nor is there such a file of the dashboard, which is open, too.
    private const string NoFile = "/dashboard/req_1.png";

    [Fact]
    public async Task ForeignOrigins_AreRefusedOnEveryRoute()
    {
        await using TestApp app = await TestApp.StartAsync();
        string[] origins = ["https://evil.example", "null", "http://localhost.evil.example", "http://127.0.0.1.nip.io"];
        foreach ((string method, string path) in RoutesOf(app))
        {
            foreach (string origin in origins)
                Assert.Equal(403, await StatusAsync(app.Client(), method, path, ("Origin", origin)));
        }
    }

    [Fact]
    public async Task ForeignHosts_AreRefusedOnEveryRoute()
    {
        await using TestApp app = await TestApp.StartAsync();
        foreach ((string method, string path) in RoutesOf(app))
            Assert.Equal(403, await StatusAsync(app.Client(), method, path, ("Host", "evil.example")));
    }

    [Fact]
    public async Task Token_IsAskedForOnEveryRouteButLivez_AndTheDashboardsFiles()
    {
        await using TestApp app = await TestApp.StartAsync(options => options with { Token = Token });
        foreach ((string method, string path) in RoutesOf(app))
        {
            int status = await StatusAsync(app.Client(), method, path, ("X-Nothing", "1"));
            if (path is "/livez" or "/dashboard") Assert.Equal(200, status);
            else if (path is Stored or NoFile) Assert.Equal(404, status);
            else Assert.Equal(401, status);
            Assert.NotEqual(401, await StatusAsync(app.ClientOf(Token), method, path, ("X-Nothing", "1")));
            if (path is not ("/livez" or "/dashboard" or Stored or NoFile)) Assert.Equal(401, await StatusAsync(app.ClientOf(Token + "x"), method, path, ("X-Nothing", "1")));
        }
    }

    [Fact]
    public async Task Probes_TellLifeAndReadiness()
    {
        await using TestApp app = await TestApp.StartAsync();
        Assert.Equal(200, await StatusAsync(app.Client(), "GET", "/readyz", ("X-Nothing", "1")));
        app.Lifespan.BeginStop();
        Assert.Equal(503, await StatusAsync(app.Client(), "GET", "/readyz", ("X-Nothing", "1")));
        Assert.Equal(200, await StatusAsync(app.Client(), "GET", "/livez", ("X-Nothing", "1")));
    }

    [Fact]
    public async Task LegacySse_IsThereOnlyWhenSwitchedOn()
    {
        await using TestApp on = await TestApp.StartAsync();
        await using TestApp off = await TestApp.StartAsync(options => options with { LegacySse = false });
        Assert.Equal(200, await StatusAsync(on.Client(), "GET", "/sse", ("X-Nothing", "1")));
        Assert.Equal(400, await StatusAsync(on.Client(), "POST", "/messages", ("X-Nothing", "1")));
        Assert.Equal(404, await StatusAsync(off.Client(), "GET", "/sse", ("X-Nothing", "1")));
        Assert.Equal(404, await StatusAsync(off.Client(), "POST", "/messages", ("X-Nothing", "1")));
    }

    [Fact]
    public async Task UnknownPaths_AreProblems()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.GetAsync("/nothing");
        Assert.Equal(404, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    private static IEnumerable<(string Method, string Path)> RoutesOf(TestApp app)
    {
        IReadOnlyList<RouteEndpoint> endpoints = app.Endpoints;
        Assert.True(endpoints.Count >= 9);
        foreach (RouteEndpoint endpoint in endpoints)
        {
            string path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
                .Replace("{clientId}", "a", StringComparison.Ordinal)
                .Replace("{date}", "20260101", StringComparison.Ordinal).Replace("{file}", "req_1.png", StringComparison.Ordinal);
            IReadOnlyList<string> methods =
                endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST", "DELETE"];
            foreach (string method in methods) yield return (method, path);
        }
    }

    private static async Task<int> StatusAsync(HttpClient client, string method, string path, (string Name, string Value) header)
    {
        using (client)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (header.Name == "Host") request.Headers.Host = header.Value;
            else request.Headers.TryAddWithoutValidation(header.Name, header.Value);
            using HttpResponseMessage response = await client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            return (int)response.StatusCode;
        }
    }
}
