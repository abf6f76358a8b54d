using System.Text.Json;
using System.Text.Json.Nodes;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Sample;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.Local;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.AdvancedCharts;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Generation.Tests.Requests.AdvancedCharts;

/// <summary>Reads bodies and arguments, and draws them from sample data of one moment.</summary>
internal static class BodyBench
{
    public static readonly DateTimeOffset Now = new(2026, 3, 12, 15, 0, 0, TimeSpan.Zero);

    private static readonly LocalChartProvider Provider = Local();

    public static ChartRequest OfBody(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return AdvancedChartReader.Read(document.RootElement);
    }

    public static ChartRequest OfArguments(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return ChartRequestReader.Read(document.RootElement);
    }

    public static Task<ChartProduct> DrawAsync(ChartRequest request) =>
        Provider.DrawAsync(request, new Progress<ChartStep>(), TestContext.Current.CancellationToken);

    /// <summary>Draws a body and the arguments that mean the same beside v2's defaults; both pictures have the same
    /// bytes.</summary>
    public static async Task<ChartProduct> SamePictureAsync(string body, string arguments)
    {
        ChartProduct drawn = await DrawAsync(OfBody(body));
        JsonObject all = JsonNode.Parse(arguments)!.AsObject();
        all.TryAdd("showVolume", false);
        all.TryAdd("session", "regular");
        all.TryAdd("timezone", "Etc/UTC");
        ChartProduct expected = await DrawAsync(OfArguments(all.ToJsonString()));
        Assert.Equal(expected.Image.Bytes.ToArray(), drawn.Image.Bytes.ToArray());
        Assert.Equal(expected.Report.Bars, drawn.Report.Bars);
        return drawn;
    }

    public static IReadOnlyList<FieldFault> FaultsOf(string body) =>
        Assert.Throws<ChartException>(() => OfBody(body)).Error.Faults;

    private static LocalChartProvider Local()
    {
        var time = new FakeTimeProvider(Now);
        return new LocalChartProvider(new FeedChoice([new SampleFeed(time)]), time);
    }
}
