using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chartcast.App.Dashboard;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.Dashboard;

public sealed partial class DashboardEndpointsTests
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private const string Token = "0123456789abcdef-token";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData(null)]
    public async Task Root_TellsTheServersInformation_ToAllButBrowsers(string? accept)
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = accept is null ? await app.GetAsync("/") : await app.GetAsync("/", ("Accept", accept));
        JsonElement server = await TestApp.JsonOf(response);
        Assert.Equal("chartcast", server.GetProperty("name").GetString());
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["Accept"], response.Headers.Vary);
    }

    [Theory]
    [InlineData("/", Browser)]
    [InlineData("/dashboard", "*/*")]
    public async Task Page_IsStrictAboutWhatItMayDo(string path, string accept)
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.GetAsync(path, ("Accept", accept));
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal(path == "/", response.Headers.Vary.Contains("Accept"));
    }

    [Fact]
    public async Task Files_HaveStrongEntityTags_AndAreNotSentTwice()
    {
        await using TestApp app = await TestApp.StartAsync();
        var tags = new HashSet<string>();
        foreach (string name in DashboardFile.Names)
        {
            string path = name == "index.html" ? "/dashboard" : $"/dashboard/{name}";
            using HttpResponseMessage first = await app.GetAsync(path);
            Assert.True(first.StatusCode == HttpStatusCode.OK, name);
            Assert.False(first.Headers.ETag!.IsWeak);
            Assert.True(tags.Add(first.Headers.ETag.Tag), name);
            using HttpResponseMessage again = await app.GetAsync(path, ("If-None-Match", first.Headers.ETag.Tag));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancellation));
        }

        Assert.True(tags.Count > 8);
    }

    [Theory]
    [InlineData("/dashboard/nothing.js")]
    [InlineData("/dashboard/index.html")]
    [InlineData("/dashboard/..%2fmain.js")]
    [InlineData("/dashboard/main.JS")]
    [InlineData("/dashboard/main")]
    public async Task Files_ThatAreNone_AreNotFound(string path)
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Page_IsOpen_WhereATokenIsAskedFor_AndTheInformationIsNot()
    {
        await using TestApp app = await TestApp.StartAsync(options => options with { Token = Token });
        using HttpResponseMessage page = await app.GetAsync("/", ("Accept", Browser));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using HttpResponseMessage information = await app.GetAsync("/", ("Accept", "*/*"));
        Assert.Equal(HttpStatusCode.Unauthorized, information.StatusCode);
        using HttpResponseMessage foreign = await app.GetAsync("/", ("Accept", Browser), ("Origin", "https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        using HttpClient client = app.ClientOf(Token);
        Assert.Contains("\"endpoints\"", await client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_AsksForNothingOutside_AndHasNoScriptOrStyleInItself()
    {
        string page = TextOf("index.html");
        foreach (Match link in Link().Matches(page))
        {
            string target = link.Groups[1].Value;
            if (target.StartsWith('#') || target is "metrics" or "mcp/health") continue;
            Assert.StartsWith("dashboard/", target, StringComparison.Ordinal);
            Assert.NotNull(DashboardFile.Find(target["dashboard/".Length..]));
        }

        Assert.DoesNotMatch("(?i)<style|<script(?![^>]*\\ssrc=)|\\sstyle=|\\son\\w+=|javascript:", page);
        foreach (string name in DashboardFile.Names.Where(name => name != "icon.svg"))
            Assert.DoesNotMatch("https?://|//[a-z]+\\.", TextOf(name));
    }

    [Fact]
    public void Scripts_PutTextInAsText()
    {
        foreach (string name in DashboardFile.Names.Where(name => name.EndsWith(".js", StringComparison.Ordinal)))
        {
            string script = TextOf(name);
            Assert.DoesNotMatch("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new Function|srcdoc", script);
            foreach (Match import in Import().Matches(script)) Assert.NotNull(DashboardFile.Find(import.Groups[1].Value));
        }
    }

    [Fact]
    public void Controls_HaveLabels()
    {
        string page = TextOf("index.html");
        string[] controls = [.. Control().Matches(page).Select(match => match.Groups[1].Value)];
        Assert.True(controls.Length >= 8);
        Assert.All(controls, id => Assert.Contains($"<label for=\"{id}\"", page, StringComparison.Ordinal));
    }

    private static string TextOf(string name) => System.Text.Encoding.UTF8.GetString(DashboardFile.Find(name)!.Bytes);

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("from '\\./([^']+)'")]
    private static partial Regex Import();

    [GeneratedRegex("<(?:input|select|textarea) id=\"([^\"]+)\"")]
    private static partial Regex Control();
}
