using Chartcast.Charting.Specs;
using Chartcast.Drawing.Painting;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.Sheets;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Tests.Requests;

public sealed class ChartRequestCodecTests
{
    [Fact]
    public void Decode_GivesBackEveryProperty()
    {
        ChartRequest request = Unusual();
        foreach (var property in typeof(ChartRequest).GetProperties())
        {
            // Sheets have a form of their own.
            if (property.Name == nameof(ChartRequest.Sheet)) continue;
            object? usual = property.GetValue(RequestSamples.Request());
            Assert.False(Equals(usual, property.GetValue(request)), $"{property.Name} is not exercised.");
        }

        ChartRequest back = ChartRequestCodec.Decode(ChartRequestCodec.Encode(request), request.ArgumentsJson);

        Assert.Equivalent(request with { Studies = [] }, back with { Studies = [] }, strict: true);
        StudySpec study = Assert.Single(back.Studies);
        Assert.Same(request.Studies[0].Listing, study.Listing);
        Assert.Equal(request.Studies[0].Inputs, study.Inputs);
        Assert.Equal(request.Studies[0].Overrides, study.Overrides);
        Assert.True(study.ForceOverlay);
    }

    [Fact]
    public void Decode_GivesBackASheet()
    {
        const string Json = """{"charts":["FILE:a",{"symbol":"FILE:b","interval":"1W"}],"indicators":["rsi"],"theme":"dark"}""";
        using var document = System.Text.Json.JsonDocument.Parse(Json);
        ChartRequest request = SheetRequestReader.Read(document.RootElement);

        ChartRequest back = ChartRequestCodec.Decode(ChartRequestCodec.Encode(request), request.ArgumentsJson);

        Assert.Equal(request.Sheet!.Title, back.Sheet!.Title);
        Assert.Equal(["FILE:a", "FILE:b"], back.Sheet.Charts.Select(chart => chart.Symbol.ToString()));
        Assert.Equal(["1D", "1W"], back.Sheet.Charts.Select(chart => chart.Interval.ToString()));
        Assert.All(back.Sheet.Charts, chart => Assert.Equal("dark", chart.Theme));
        Assert.Equal(RequestFingerprint.Of(request), RequestFingerprint.Of(back));
    }

    [Fact]
    public void Decode_KeepsTheName_WhenAnIndicatorIsNoLongerOffered()
    {
        ChartRequest request = Unusual();
        var gone = System.Text.Encoding.UTF8.GetString(ChartRequestCodec.Encode(request))
            .Replace(request.Studies[0].Listing.Name, "Forgotten Index", StringComparison.Ordinal);

        ChartRequest back = ChartRequestCodec.Decode(System.Text.Encoding.UTF8.GetBytes(gone), "{}");

        Assert.Equal("Forgotten Index", back.Studies[0].Listing.Name);
        ChartException told = Assert.Throws<ChartException>(() => back.Studies[0].Listing.WarmUpBars([]));
        Assert.Contains("Forgotten Index", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"symbol\":")]
    public void Decode_RefusesCleanly_WhenDamaged(string json) =>
        Assert.Throws<FormatException>(
            () => ChartRequestCodec.Decode(System.Text.Encoding.UTF8.GetBytes(json), "{}"));

    [Fact]
    public void Fingerprint_IsTheSame_ForEqualRequestsHoweverTheyWereWorded()
    {
        ChartRequest one = Unusual();
        ChartRequest other = Unusual() with { ArgumentsJson = "{\"other\":1}" };

        Assert.Equal(RequestFingerprint.Of(one), RequestFingerprint.Of(other));
        Assert.Matches("^[0-9a-f]{64}$", RequestFingerprint.Of(one));
        Assert.NotEqual(RequestFingerprint.Of(one), RequestFingerprint.Of(one with { WidthPx = 801 }));
        Assert.NotEqual(RequestFingerprint.Of(one), RequestFingerprint.Of(one with { Studies = [] }));
    }

    [Fact]
    public void NewRequestId_HasTimeAndManyRandomLetters()
    {
        string id = RequestIds.NewRequestId(DateTimeOffset.FromUnixTimeMilliseconds(1749698104642));

        Assert.Matches("^req_1749698104642_[0-9A-Za-z]{22}$", id);
        Assert.NotEqual(id, RequestIds.NewRequestId(DateTimeOffset.FromUnixTimeMilliseconds(1749698104642)));
    }

    private static ChartRequest Unusual()
    {
        Assert.True(IndicatorCatalog.TryFind("rsi", out IndicatorListing? rsi));
        return new ChartRequest
        {
            Symbol = Symbol.Parse("FILE:Öl".Replace("Ö", "O", StringComparison.Ordinal)),
            Interval = BarInterval.Parse("1M"),
            TakesCoarserBars = true,
            AllowClamp = true,
            Layout = new LayoutReference("AbCd1234", true, 2, null, null, 7),
            IsMini = true,
            IsStoredAtProvider = true,
            Style = ChartStyle.Area,
            WidthPx = 1200,
            HeightPx = 700,
            PixelRatio = 2,
            Theme = "dark",
            TimeZoneId = "Europe/Berlin",
            BarCount = 77,
            From = new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.Zero),
            To = new DateTimeOffset(2021, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Range = "5Y",
            ShowVolume = false,
            ShowGrid = false,
            Studies =
            [
                new StudySpec(
                    rsi, [.. rsi.Parameters.Select(parameter => new IndicatorInput(parameter.Key, parameter.Default))],
                    new Dictionary<string, StudyStyleValue>
                    {
                        ["Plot.linewidth"] = new(Number: 2.5),
                        ["Plot.color"] = new(Color: new Rgba(1, 2, 3, 4)),
                        ["Plot.visible"] = new(Switch: true),
                        ["Plot.plottype"] = new(Word: "line"),
                    },
                    ForceOverlay: true),
            ],
            Session = TradingSession.Extended,
            Appearance = AppearanceArguments.Read(
                """{"override":{"showLegend":false},"scale":"percent","shiftRight":9,"watermark":"mine"}"""),
            Format = ImageFormat.Svg,
            Provider = ProviderPreference.Local,
            Warnings = ["theme is ignored."],
            ArgumentsJson = "{\"symbol\":\"FILE:Ol\"}",
        };
    }
}
