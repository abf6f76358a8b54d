using System.Text.Json;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Clients;

/// <summary>Clients of Chart-IMG whose base address alone is another: curl, axios, requests, and the vendor's own
/// bot.</summary>
public sealed class ChartImgClientTests
{
    private const string Key = "key-of-a-client-4711";

    [Fact]
    public async Task Curl_GetsAChartAndALink()
    {
        string curl = Command.Require("curl", "curl");
        using var state = new ScratchFolder();
        await using ServerProcess server = await StartAsync(state);
        string file = Path.Combine(state.Path, "chart.png");
        string[] common = ["-s", "-H", $"x-api-key: {Key}", "-H", "content-type: application/json", "-X", "POST"];
        const string Body = """{"symbol":"DEMO:BTC","theme":"dark","studies":[{"name":"Relative Strength Index"}]}""";
        CommandResult chart = await Command.RunAsync(
            curl, [.. common, "-d", Body, "-o", file, "-w", "%{http_code} %{content_type}", Url(server, "v2/tradingview/advanced-chart")]);
        Assert.Equal("200 image/png", chart.Output);
        Assert.Equal((800, 600), SizeOf(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));

        CommandResult storage = await Command.RunAsync(
            curl, [.. common, "-d", Body, Url(server, "v2/tradingview/advanced-chart/storage")]);
        string link = JsonElement.Parse(storage.Output).GetProperty("url").GetString()!;
        CommandResult fetched = await Command.RunAsync(
            curl, ["-s", "-o", file + "2", "-w", "%{http_code}", link]);
        Assert.Equal("200", fetched.Output);
        Assert.Equal(
            await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(file + "2", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Axios_GetsCharts_AndReadsErrorsOfBothShapes()
    {
        string node = Command.Require("node", "nodejs");
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Checkout.Clients, "node_modules", "axios")),
            "npm package axios is not installed (npm ci in tests/clients)");
        Dictionary<string, JsonElement> calls =
            await RunAsync(node, Path.Combine(Checkout.Clients, "chart-img.mjs"));
        Assert.Equal((200, 640), StatusAndWidth(calls["chart"]));
        Assert.StartsWith("http://", calls["storage"].GetProperty("json").GetProperty("url").GetString());
        Assert.Equal("must be a supported interval", calls["wrong"].GetProperty("json")[0].GetProperty("msg").GetString());
        Assert.Equal("Forbidden", calls["forbidden"].GetProperty("json").GetProperty("message").GetString());
        Assert.Equal((200, 350), StatusAndWidth(calls["mini"]));
    }

    [Fact]
    public async Task PythonRequests_GetsChartsLinksAndExchanges()
    {
        Assert.SkipUnless(
            (await Command.RunAsync("/usr/bin/python3", ["-c", "import requests"])).ExitCode == 0,
            "python3-requests is not installed");
        Dictionary<string, JsonElement> calls =
            await RunAsync("/usr/bin/python3", Path.Combine(Checkout.Clients, "chart_img.py"));
        foreach (string name in new[] { "chart", "link", "v1" }) Assert.Equal((200, 640), StatusAndWidth(calls[name]));
        Assert.Contains(
            "DEMO", calls["exchanges"].GetProperty("json").GetProperty("payload").EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public async Task VendorsOwnBot_GetsItsCharts_WithItsAddressAloneSet()
    {
        string node = Command.Require("node", "nodejs");
        string? checkout = Environment.GetEnvironmentVariable("CHARTCAST_VENDOR_BOT");
        Assert.SkipWhen(
            checkout is null || !Directory.Exists(Path.Combine(checkout, "node_modules", "esbuild")),
            "CHARTCAST_VENDOR_BOT names no checkout of chart-img-telegram-bot with its packages "
            + "(docs/chart-img-compatibility.md)");
        Dictionary<string, JsonElement> calls =
            await RunAsync(node, Path.Combine(Checkout.Clients, "vendor-bot.mjs"), checkout!);
        Assert.Equal((200, 800), StatusAndWidth(calls["v1"]));
        Assert.Equal((200, 800), StatusAndWidth(calls["v2"]));
        Assert.Equal(422, calls["unknown symbol"].GetProperty("status").GetInt32());
        Assert.Equal("Invalid Symbol", calls["unknown symbol"].GetProperty("json").GetProperty("message").GetString());
        // This client cannot say which layout it means: it calls the path without an id.
        Assert.Equal(404, calls["layout"].GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task StoredPicture_SurvivesAKill()
    {
        using var state = new ScratchFolder();
        Uri link;
        await using (ServerProcess server = await StartAsync(state))
        {
            using HttpResponseMessage answer = await PostAsync(server, "v2/tradingview/advanced-chart/storage");
            link = new Uri((await answer.JsonAsync()).GetProperty("url").GetString()!);
            await server.KillAsync();
        }

        await using ServerProcess again = await StartAsync(state);
        byte[] picture = await again.Http.GetByteArrayAsync(
            new Uri(again.Address, link.AbsolutePath), TestContext.Current.CancellationToken);
        Assert.Equal((800, 600), SizeOf(picture));
        Assert.DoesNotContain(Key, again.Errors + again.Output, StringComparison.Ordinal);
    }

    private static Task<ServerProcess> StartAsync(ScratchFolder state) =>
        ServerProcess.StartAsync(state.Path, environment: new Dictionary<string, string>
        {
            ["CHARTCAST_CHART_IMG_API_KEYS"] = Key,
        });

    private static async Task<Dictionary<string, JsonElement>> RunAsync(string program, params string[] script)
    {
        using var state = new ScratchFolder();
        await using ServerProcess server = await StartAsync(state);
        CommandResult run = await Command.RunAsync(
            program, [.. script, server.Address.ToString().TrimEnd('/'), Key], workingDirectory: Checkout.Clients);
        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line)).ToDictionary(call => call.GetProperty("name").GetString()!);
    }

    private static async Task<HttpResponseMessage> PostAsync(ServerProcess server, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, path));
        request.Headers.Add("x-api-key", Key);
        request.Content = new StringContent(
            """{"symbol":"DEMO:BTC"}""", System.Text.Encoding.UTF8, "application/json");
        return await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Url(ServerProcess server, string path) => new Uri(server.Address, path).ToString();

    private static (int Status, int Width) StatusAndWidth(JsonElement call) =>
        (call.GetProperty("status").GetInt32(), call.GetProperty("width").GetInt32());

    private static (int Width, int Height) SizeOf(ReadOnlySpan<byte> png) => (
        System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png[16..]),
        System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png[20..]));
}
