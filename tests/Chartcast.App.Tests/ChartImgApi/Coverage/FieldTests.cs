using System.Text.Json.Nodes;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.ChartImgApi.Coverage;

/// <summary>Every documented field does something: without it the same call gives another picture.</summary>
public sealed class FieldTests
{
    public static TheoryData<string> Fields =>
        [.. CoveredFields.All.Where(one => one.Test is null).Select(one => one.ToString())];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Field_ChangesThePicture(string name)
    {
        CoveredField field = CoveredFields.All.Single(one => one.ToString() == name);
        using var layouts = new TemporaryFolder();
        File.WriteAllText(layouts.In("AbCd1234.json"), """{"symbol":"DEMO:BTC","shiftLeft":20}""");
        await using TestApp app = await TestApp.StartAsync(options => options with
        {
            Demo = true,
            ChartImgApi = options.ChartImgApi with { LayoutDirectory = layouts.Path },
        });
        (ApiAnswer with, ApiAnswer without) = field.Endpoint.StartsWith("/v1", StringComparison.Ordinal)
            ? await BothQueriesAsync(app, field)
            : await BothBodiesAsync(app, field);
        Assert.True(with.Status == 200, with.Text);
        Assert.True(without.Status == 200, without.Text);
        Assert.NotEqual(without.Bytes, with.Bytes);
    }

    [Fact]
    public async Task FixedDates_AreShown()
    {
        await using TestApp app = await TestApp.StartAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(
            app, CoveredFields.Advanced,
            """
            {"symbol":"DEMO:BTC","interval":"1D",
            "range":{"from":"2025-06-01T00:00:00.000Z","to":"2025-12-01T00:00:00.000Z"}}
            """);
        answer.IsImage(800, 600);
        Generation.Requests.BarsReport bars = (await AdvancedChartTests.RecordAsync(app, answer)).Report!.Bars!;
        Assert.StartsWith("2025-06-01", bars.First, StringComparison.Ordinal);
        Assert.StartsWith("2025-12-01", bars.Last, StringComparison.Ordinal);
    }

    private static async Task<(ApiAnswer With, ApiAnswer Without)> BothBodiesAsync(TestApp app, CoveredField field)
    {
        JsonObject body = JsonNode.Parse(field.Sample)!.AsObject();
        if (field.Endpoint == CoveredFields.Advanced) body.TryAdd("symbol", "DEMO:BTC");
        ApiAnswer with = await ApiAnswer.PostAsync(app, field.Endpoint, body.ToJsonString());
        JsonNode place = body;
        string[] path = field.Name.Replace("[0]", ".0", StringComparison.Ordinal).Split('.');
        foreach (string part in path[..^1]) place = part == "0" ? place[0]! : place[part]!;
        Assert.True(place.AsObject().Remove(path[^1]), $"{field.Name} is not in {field.Sample}");
        return (with, await ApiAnswer.PostAsync(app, field.Endpoint, body.ToJsonString()));
    }

    private static async Task<(ApiAnswer With, ApiAnswer Without)> BothQueriesAsync(TestApp app, CoveredField field)
    {
        string[] parts = field.Sample.Split('&');
        string[] others = [.. parts.Where(part => !part.StartsWith(field.Name + "=", StringComparison.Ordinal))];
        Assert.Equal(parts.Length - 1, others.Length);
        return (
            await ApiAnswer.GetAsync(app, $"{field.Endpoint}?{field.Sample}"),
            await ApiAnswer.GetAsync(app, $"{field.Endpoint}?{string.Join('&', others)}"));
    }
}
