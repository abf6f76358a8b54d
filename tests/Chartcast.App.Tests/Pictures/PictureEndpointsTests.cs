using System.Security.Cryptography;
using System.Text.Json;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.Pictures;

public sealed class PictureEndpointsTests
{
    [Fact]
    public async Task Png_HasItsHashAsTag_AndIsCached()
    {
        await using TestApp app = await TestApp.StartAsync();
        string id = await DrawAsync(app);
        using HttpResponseMessage response = await app.GetAsync($"/charts/{id}.png");
        byte[] bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
        string tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"";
        Assert.Equal(tag, response.Headers.ETag!.Tag);
        Assert.False(response.Headers.ETag.IsWeak);
        Assert.True(response.Headers.CacheControl!.Private);
        Assert.Contains("immutable", response.Headers.CacheControl.ToString());
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));

        using HttpResponseMessage again = await app.GetAsync($"/charts/{id}.png", ("If-None-Match", tag));
        Assert.Equal(304, (int)again.StatusCode);
        using HttpResponseMessage part = await app.GetAsync($"/charts/{id}.png", ("Range", "bytes=1-3"));
        Assert.Equal(206, (int)part.StatusCode);
        Assert.Equal("PNG", await part.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Head_TellsTheSizeOnly()
    {
        await using TestApp app = await TestApp.StartAsync();
        string id = await DrawAsync(app);
        using HttpClient client = app.Client();
        using var request = new HttpRequestMessage(HttpMethod.Head, $"/charts/{id}.png");
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 1000);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Svg_IsServedHarmless()
    {
        await using TestApp app = await TestApp.StartAsync();
        string id = await DrawAsync(app);
        using HttpResponseMessage response = await app.GetAsync($"/charts/{id}.svg");
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains("<svg", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("jpg", "image/jpeg")]
    [InlineData("jpeg", "image/jpeg")]
    [InlineData("webp", "image/webp")]
    public async Task OtherFormats_AreDrawnFromTheBars(string ending, string mimeType)
    {
        await using TestApp app = await TestApp.StartAsync();
        string id = await DrawAsync(app);
        using HttpResponseMessage response = await app.GetAsync($"/charts/{id}.{ending}");
        Assert.Equal(mimeType, response.Content.Headers.ContentType!.MediaType);
        Assert.True(response.Content.Headers.ContentLength > 1000);
    }

    [Fact]
    public async Task Png_IsDrawnFromTheBars_WhenSvgWasAskedFor()
    {
        await using TestApp app = await TestApp.StartAsync();
        string plain = await DrawAsync(app);
        string svg = await DrawAsync(app, """{"symbol":"FILE:prices","format":"svg"}""");
        using HttpResponseMessage one = await app.GetAsync($"/charts/{plain}.png");
        using HttpResponseMessage other = await app.GetAsync($"/charts/{svg}.png");
        Assert.Equal(
            await one.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            await other.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task CsvAndJson_HoldTheSameNumbers()
    {
        await using TestApp app = await TestApp.StartAsync();
        string id = await DrawAsync(app, """{"symbol":"FILE:prices","bars":5,"indicators":[{"type":"sma","period":3}]}""");
        using HttpResponseMessage csv = await app.GetAsync($"/charts/{id}.csv");
        string[] lines = (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Trim().Split("\r\n");
        Assert.Equal(6, lines.Length);
        Assert.StartsWith("time,open,high,low,close,volume,SMA 3", lines[0]);
        using HttpResponseMessage json = await app.GetAsync($"/charts/{id}.json");
        JsonElement numbers = await TestApp.JsonOf(json);
        JsonElement lastRow = numbers.GetProperty("table").GetProperty("rows")[4];
        string[] cells = lines[5].Split(',');
        Assert.Equal(cells[0], lastRow[0].GetString());
        Assert.Equal(cells[4], lastRow[4].GetRawText());
        Assert.Equal(numbers.GetProperty("last").GetProperty("close").GetRawText(), lastRow[4].GetRawText());
    }

    [Theory]
    [InlineData("/charts/req_1_unknown.png", 404)]
    [InlineData("/charts/..%2f..%2fetc%2fpasswd", 404)]
    [InlineData("/charts/req_1.exe", 404)]
    [InlineData("/charts/", 404)]
    public async Task Unknown_IsAProblem(string path, int status)
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.GetAsync(path);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Failed_IsAConflictThatSaysWhy()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement queued = await app.CallAsync("generate_chart", """{"symbol":"NASDAQ:NOSUCH","wait":false}""");
        string id = queued.GetProperty("result").GetProperty("structuredContent").GetProperty("requestId").GetString()!;
        await app.Engine.Requests.WaitAsync(id, TestContext.Current.CancellationToken);
        using HttpResponseMessage response = await app.GetAsync($"/charts/{id}.png");
        Assert.Equal(409, (int)response.StatusCode);
        Assert.Equal("unknown_symbol", (await TestApp.JsonOf(response)).GetProperty("code").GetString());
    }

    internal static async Task<string> DrawAsync(TestApp app, string arguments = """{"symbol":"FILE:prices"}""")
    {
        JsonElement answer = await app.CallAsync("generate_chart", arguments);
        return answer.GetProperty("result").GetProperty("structuredContent").GetProperty("requestId").GetString()!;
    }
}
