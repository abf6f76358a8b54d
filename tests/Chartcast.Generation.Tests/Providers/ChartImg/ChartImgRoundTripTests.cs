using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chartcast.Charting.Specs;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Tests.Requests.AdvancedCharts;

namespace Chartcast.Generation.Tests.Providers.ChartImg;

/// <summary>What a request says to Chart-IMG is read back as a request for the same picture.</summary>
public sealed class ChartImgRoundTripTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"interval":"4h","theme":"dark","timezone":"Asia/Tokyo","width":900,"height":500,"session":"regular"}""")]
    [InlineData("""{"chartType":"bar","showGrid":false,"format":"jpeg"}""")]
    [InlineData("""{"chartType":"hollow_candle","scale":"logarithmic","override":{"showInvertScale":true}}""")]
    [InlineData("""{"chartType":"baseline","scale":"percent","override":{"style":{"baselineStyle.topLineColor":"rgb(1,2,3)"}}}""")]
    [InlineData("""{"range":{"from":"2025-06-01","to":"2025-12-01"},"shiftRight":20,"shiftLeft":5}""")]
    [InlineData("""{"override":{"mainPaneHeight":300,"scalesFontSize":18,"showLegendValues":false,"priceRange":{"from":1000}},"indicators":["rsi"]}""")]
    [InlineData("""{"indicators":["sma:20",{"type":"ema","period":50,"color":"#FF6B6B","lineWidth":3},"bb:30","macd(8,21,5)","supertrend","ichimoku"]}""")]
    [InlineData("""{"indicators":[{"type":"volume"},{"type":"rsi","forceOverlay":true},{"name":"Zig Zag","input":{"in_0":3}}]}""")]
    [InlineData("""{"drawings":[{"type":"horizontal_line","price":1320,"text":"Target","color":"#00FF00"},{"type":"long_position","startDatetime":"2026-01-10","entryPrice":1300,"stopPrice":1250,"targetPrice":1400}]}""")]
    [InlineData("""{"drawings":[{"type":"rectangle","startDatetime":"2026-01-10T00:00:00Z","startPrice":1300,"endDatetime":"2026-02-10T00:00:00Z","endPrice":1350,"text":"Zone","zOrder":"bottom"}]}""")]
    public async Task Read_GivesBackThePicture_OfWhatWasWritten(string arguments)
    {
        JsonObject all = JsonNode.Parse(arguments)!.AsObject();
        all["symbol"] = "NASDAQ:AAPL";
        ChartRequest asked = BodyBench.OfArguments(all.ToJsonString());
        ChartRequest back = RoundTrip(asked);

        Assert.Empty(back.Warnings);
        Assert.Equal(await PictureAsync(WithVolumeAsAStudy(asked)), await PictureAsync(back));
    }

    [Theory]
    [InlineData("5D")]
    [InlineData("ALL")]
    [InlineData("YTD")]
    public void Write_KeepsANamedRange_ThatDecidesTheInterval(string range)
    {
        ChartRequest asked = BodyBench.OfBody($$"""{"symbol":"NASDAQ:AAPL","range":"{{range}}"}""");
        ChartRequest back = RoundTrip(asked);
        Assert.Equal(RequestFingerprint.Of(asked), RequestFingerprint.Of(back));
    }

    public static TheoryData<string> Studies => [.. DocumentedBodies.StudyNames];

    public static TheoryData<string> Drawings => [.. DocumentedBodies.DrawingNames];

    // Reference part 4.2: every documented key with a value of its own
    [Theory]
    [MemberData(nameof(Studies))]
    public void Study_GoesOutWithEveryDocumentedKey(string name)
    {
        ChartRequest asked = BodyBench.OfBody($$"""{"symbol":"NASDAQ:AAPL","studies":[{{Unusual(DocumentedBodies.Study(name))}}]}""");
        ChartRequest back = RoundTrip(asked);
        Assert.Equal(asked.Studies[0].Inputs, back.Studies[0].Inputs);
        Assert.Equal(asked.Studies[0].Overrides.OrderBy(style => style.Key), back.Studies[0].Overrides.OrderBy(style => style.Key));
        Assert.NotEmpty(asked.Studies[0].Overrides);
        Assert.Equal(asked.Studies.Count, back.Studies.Count);
    }

    // Reference part 4.3
    [Theory]
    [MemberData(nameof(Drawings))]
    public void Drawing_GoesOutWithEveryDocumentedKey(string name)
    {
        ChartRequest asked = BodyBench.OfBody($$"""{"symbol":"NASDAQ:AAPL","drawings":[{{Unusual(DocumentedBodies.Drawing(name))}}]}""");
        ChartRequest back = RoundTrip(asked);
        DrawingSpec one = Assert.Single(asked.Appearance.Drawings);
        DrawingSpec other = Assert.Single(back.Appearance.Drawings);
        Assert.Equal(one.Listing, other.Listing);
        Assert.Equal(one.Inputs.OrderBy(value => value.Key), other.Inputs.OrderBy(value => value.Key));
        Assert.Equal(one.Overrides.OrderBy(value => value.Key), other.Overrides.OrderBy(value => value.Key));
        Assert.NotEmpty(one.Overrides);
    }

    // Values that are no defaults, since those may be left out.
    private static string Unusual(string item)
    {
        JsonObject all = JsonNode.Parse(item)!.AsObject();
        Change(all["override"]!.AsObject());
        return all.ToJsonString();
    }

    private static void Change(JsonObject styles)
    {
        foreach (string key in styles.Select(style => style.Key).ToArray())
        {
            switch (styles[key]!.GetValueKind())
            {
                case JsonValueKind.Object: Change(styles[key]!.AsObject()); break;
                case JsonValueKind.True: styles[key] = false; break;
                case JsonValueKind.False: styles[key] = true; break;
                case JsonValueKind.String when styles[key]!.GetValue<string>().StartsWith("rgb", StringComparison.Ordinal):
                    styles[key] = "rgba(1,2,3,0.4)";
                    break;
                default: break;
            }
        }
    }

    private static ChartRequest RoundTrip(ChartRequest request)
    {
        ChartImgBody body = ChartImgRequestMap.Write(request, BodyBench.Now, AccountLimits.Unknown);
        return BodyBench.OfBody(Encoding.UTF8.GetString(body.Json.Span));
    }

    // Chart-IMG has volume as a study only, which has a row of its own in the legend.
    private static ChartRequest WithVolumeAsAStudy(ChartRequest request)
    {
        if (!request.ShowVolume) return request;
        ChartRequest volume = BodyBench.OfArguments("""{"symbol":"A:B","indicators":[{"type":"volume","forceOverlay":true}]}""");
        bool hasVolume = request.Studies.Any(study => study.Listing == volume.Studies[0].Listing);
        return request with
        {
            ShowVolume = false,
            Studies = hasVolume ? request.Studies : [.. volume.Studies, .. request.Studies],
        };
    }

    private static async Task<byte[]> PictureAsync(ChartRequest request)
    {
        ChartProduct product = await BodyBench.DrawAsync(
            request with { Symbol = Symbol.Parse("DEMO:BTC"), Provider = ProviderPreference.Local });
        return product.Image.Bytes.ToArray();
    }
}
