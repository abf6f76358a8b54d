using System.Text.Json;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.Tools;

/// <summary>Charts as resources.</summary>
public sealed class ChartResourceTests
{
    [Fact]
    public async Task List_HasPages_NewestFirst_WithoutGapsOrDoubles()
    {
        await using TestApp app = await TestApp.StartAsync();
        var drawn = new List<string>();
        for (int count = 0; count < 53; count++)
        {
            JsonElement chart = await app.CallToolAsync(
                "generate_chart", $$"""{"symbol":"FILE:prices","delivery":"none","bars":{{count + 5}}}""");
            drawn.Add("chart://" + chart.GetProperty("structuredContent").GetProperty("requestId").GetString());
        }

        JsonElement first = await app.AskAsync("resources/list");
        string cursor = first.GetProperty("nextCursor").GetString()!;
        JsonElement second = await app.AskAsync("resources/list", $",\"cursor\":\"{cursor}\"");

        drawn.Reverse();
        Assert.Equal(drawn, UrisOf(first).Concat(UrisOf(second)));
        Assert.False(second.TryGetProperty("nextCursor", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("req_1_abc")]
    public async Task List_RefusesForeignCursors(string cursor)
    {
        await using TestApp app = await TestApp.StartAsync();
        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => app.AskAsync("resources/list", $",\"cursor\":\"{cursor}\""));

        Assert.Contains("-32602", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "image/png", "blob")]
    [InlineData(".png", "image/png", "blob")]
    [InlineData(".svg", "image/svg+xml", "text")]
    [InlineData(".json", "application/json", "text")]
    [InlineData(".csv", "text/csv; charset=utf-8", "text")]
    public async Task Read_GivesEveryForm(string ending, string mimeType, string member)
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement chart = await app.CallToolAsync("generate_chart", """{"symbol":"FILE:prices"}""");
        string uri = $"chart://{chart.GetProperty("structuredContent").GetProperty("requestId").GetString()}{ending}";
        JsonElement read = await app.AskAsync("resources/read", $",\"uri\":\"{uri}\"", uri);
        JsonElement content = Assert.Single(read.GetProperty("contents").EnumerateArray());

        Assert.Equal(uri, content.GetProperty("uri").GetString());
        Assert.Equal(mimeType, content.GetProperty("mimeType").GetString());
        Assert.NotEmpty(content.GetProperty(member).GetString()!);
    }

    private static IEnumerable<string?> UrisOf(JsonElement page) =>
        page.GetProperty("resources").EnumerateArray().Select(one => one.GetProperty("uri").GetString());
}
