using Chartcast.Charting.Specs;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.AdvancedCharts;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.Tests.Requests.AdvancedCharts;

public sealed class AdvancedChartReaderTests
{
    [Fact]
    public void Read_HasTheDefaultsOfV2_WithoutABody()
    {
        ChartRequest request = AdvancedChartReader.Read(default);

        Assert.Equal(("BINANCE:BTCUSDT", "1D"), (request.Symbol.ToString(), request.Interval.ToString()));
        Assert.Equal((800, 600, 1), (request.WidthPx, request.HeightPx, request.PixelRatio));
        Assert.Equal(("light", ChartStyle.Candlestick), (request.Theme, request.Style));
        Assert.Equal(("Etc/UTC", TradingSession.Regular), (request.TimeZoneId, request.Session));
        Assert.False(request.ShowVolume);
        Assert.Equal(ImageFormat.Png, request.Format);
        Assert.Equal(ProviderPreference.Local, request.Provider);
        Assert.Null(request.Range);
        Assert.Empty(request.Studies);
        Assert.Empty(request.Warnings);
        Assert.Equal("{}", request.ArgumentsJson);
        Assert.Equal(RequestFingerprint.Of(request), RequestFingerprint.Of(BodyBench.OfBody("{}")));
    }

    [Fact]
    public void Read_TakesTheFormatOfTheCaller_OnlyWhenTheBodyNamesNone()
    {
        Assert.Equal(ImageFormat.Svg, AdvancedChartReader.Read(default, "svg").Format);
        Assert.Equal(ImageFormat.Jpeg, BodyBench.OfBody("""{"format":"jpeg"}""").Format);
    }

    [Theory]
    [InlineData("1D", "1m")]
    [InlineData("5D", "5m")]
    [InlineData("1M", "30m")]
    [InlineData("3M", "1h")]
    [InlineData("6M", "2h")]
    [InlineData("1Y", "1D")]
    [InlineData("5Y", "1W")]
    [InlineData("ALL", "1M")]
    [InlineData("DTD", "1m")]
    [InlineData("WTD", "5m")]
    [InlineData("MTD", "30m")]
    [InlineData("YTD", "1D")]
    public void Read_LetsANamedRangeDecideTheInterval(string range, string interval)
    {
        ChartRequest request = BodyBench.OfBody($$"""{"range":"{{range}}"}""");

        Assert.Equal((range, interval), (request.Range, request.Interval.ToString()));
        Assert.True(request.TakesCoarserBars);
        Assert.Empty(request.Warnings);
    }

    [Fact]
    public void Read_SaysThatARangeWins_WhenTheIntervalIsAnother()
    {
        ChartRequest request = BodyBench.OfBody("""{"range":"3M","interval":"4h"}""");

        Assert.Equal("1h", request.Interval.ToString());
        Assert.Contains("range 3M decides the interval", Assert.Single(request.Warnings), StringComparison.Ordinal);
        Assert.Empty(BodyBench.OfBody("""{"range":"3M","interval":"1h"}""").Warnings);
    }

    [Fact]
    public void Read_KeepsTheInterval_OfARangeWithBounds()
    {
        ChartRequest request = BodyBench.OfBody(
            """
            {"interval":"4h","range":{"from":"2026-01-01T00:00:00.000Z","to":"2026-02-01T01:00:00+00:00"}}
            """);

        Assert.Equal((BarInterval.Parse("4h"), false), (request.Interval, request.TakesCoarserBars));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), request.From);
        Assert.Equal(new DateTimeOffset(2026, 2, 1, 1, 0, 0, TimeSpan.Zero), request.To);
    }

    [Fact]
    public void Read_HasTheWatermarkOfV2()
    {
        ChartRequest request = BodyBench.OfBody("""{"watermark":"ACME"}""");
        Assert.Equal(new WatermarkSpec("ACME", 16, 1), request.Appearance.Watermark);
        request = BodyBench.OfBody("""{"watermark":"ACME","watermarkSize":64,"watermarkOpacity":0.3}""");
        Assert.Equal(new WatermarkSpec("ACME", 64, 0.3), request.Appearance.Watermark);
        request = BodyBench.OfBody("""{"watermark":"","watermarkSize":64}""");
        Assert.Null(request.Appearance.Watermark);
        Assert.Contains("watermarkSize", Assert.Single(request.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"indicators":["RSI"],"symbol":"A:B"}""", "indicators is not known")]
    [InlineData("""{"overrides":{"x":1}}""", "Did you mean override?")]
    [InlineData("""{"studies":[{"name":"Bollinger Bands","input":{"stdDev":3}}]}""", "studies[0].input.stdDev is ignored")]
    [InlineData("""{"studies":[{"name":"MACD","inputs":{"in_0":3}}]}""", "studies[0].inputs is ignored")]
    [InlineData("""{"studies":[{"name":"MACD","type":"sma"}]}""", "studies[0].type is not known")]
    [InlineData("""{"studies":[{"name":"MACD","override":{"Line.color":"red"}}]}""", "studies[0].override.Line.color is ignored")]
    [InlineData("""{"drawings":[{"name":"Horizontal Line","input":{"price":1,"colour":"red"}}]}""", "drawings[0].input.colour is ignored")]
    [InlineData("""{"drawings":[{"name":"Horizontal Line","input":{"price":1},"override":{"profitZoneColor":"red"}}]}""", "drawings[0].override.profitZoneColor is ignored")]
    [InlineData("""{"drawings":[{"name":"Horizontal Line","input":{"price":1},"id":7}]}""", "drawings[0].id is ignored")]
    [InlineData("""{"override":{"hideLegend":true}}""", "override.hideLegend is ignored")]
    [InlineData("""{"override":{"priceRange":{"from":1,"max":3}}}""", "override.priceRange.max is ignored")]
    [InlineData("""{"override":{"style":{"candleStyle.up":"red"}}}""", "override.style.candleStyle.up is ignored")]
    [InlineData("""{"range":{"from":"2026-01-01","to":"2026-02-01","zone":"UTC"}}""", "range.zone is ignored")]
    [InlineData("""{"studies":[{"name":"Pivot Points Standard"}]}""", "Chart-IMG does not know it")]
    public void Read_DrawsTheRest_AndTells_WhenAKeyIsUnknown(string body, string told)
    {
        ChartRequest request = BodyBench.OfBody(body);

        Assert.Contains(told, Assert.Single(request.Warnings), StringComparison.Ordinal);
        // What is kept for later is read strictly.
        ChartRequest kept = ChartRequestCodec.Decode(ChartRequestCodec.Encode(request), request.ArgumentsJson);
        Assert.Equal(RequestFingerprint.Of(request), RequestFingerprint.Of(kept));
    }

    [Fact]
    public void Read_KeepsWhatStandsBesideAnUnknownKey()
    {
        ChartRequest request = BodyBench.OfBody(
            """
            {"studies":[{"name":"Bollinger Bands","input":{"stdDev":3,"in_0":30},"override":{"Upper.color":"rgb(1,2,3)",
            "Upper.colour":"rgb(3,2,1)"}}],"drawings":[{"name":"Horizontal Line","input":{"price":5,"at":1}}]}
            """);

        StudySpec study = Assert.Single(request.Studies);
        Assert.Equal([30d, 2d], study.Inputs.Select(input => input.Value));
        Assert.Equal(["Upper.color"], study.Overrides.Keys);
        Assert.Equal(5, Assert.Single(request.Appearance.Drawings).Inputs["price"].Number);
        Assert.Equal(3, request.Warnings.Count);
    }

    [Fact]
    public void Read_TellsManyUnknownKeysInFewWarnings()
    {
        string members = string.Join(',', Enumerable.Range(0, 500).Select(i => $"\"odd{i}\":{i}"));
        ChartRequest request = BodyBench.OfBody($"{{{members}}}");

        Assert.Equal(20, request.Warnings.Count);
        Assert.Contains("481 more", request.Warnings[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"symbol":5}""", "symbol")]
    [InlineData("""{"interval":"1d"}""", "interval")]
    [InlineData("""{"width":399}""", "width")]
    [InlineData("""{"height":"600"}""", "height")]
    [InlineData("""{"style":"candles"}""", "style")]
    [InlineData("""{"theme":"DARK"}""", "theme")]
    [InlineData("""{"scale":"log10"}""", "scale")]
    [InlineData("""{"session":"all"}""", "session")]
    [InlineData("""{"timezone":"Mars/Base"}""", "timezone")]
    [InlineData("""{"format":"bmp"}""", "format")]
    [InlineData("""{"range":"2Y"}""", "range")]
    [InlineData("""{"range":{"from":"2026-01-01T00:00:00.000Z"}}""", "range.to")]
    [InlineData("""{"range":{"from":"yesterday","to":"2026-01-01"}}""", "range.from")]
    [InlineData("""{"shiftRight":0}""", "shiftRight")]
    [InlineData("""{"shiftLeft":1001}""", "shiftLeft")]
    [InlineData("""{"watermark":7}""", "watermark")]
    [InlineData("""{"watermarkSize":17}""", "watermarkSize")]
    [InlineData("""{"watermark":"A","watermarkOpacity":0}""", "watermarkOpacity")]
    [InlineData("""{"override":7}""", "override")]
    [InlineData("""{"override":{"showLegend":"yes"}}""", "override.showLegend")]
    [InlineData("""{"override":{"style":{"candleStyle.upColor":5}}}""", "override.style.candleStyle.upColor")]
    [InlineData("""{"studies":{}}""", "studies")]
    [InlineData("""{"studies":["RSI"]}""", "studies[0]")]
    [InlineData("""{"studies":[{"type":"rsi"}]}""", "studies[0].name")]
    [InlineData("""{"studies":[{"name":7}]}""", "studies[0].name")]
    [InlineData("""{"studies":[{"name":"RSI"}]}""", "studies[0].name")]
    [InlineData("""{"studies":[{"name":"Exponential Moving Average"}]}""", "studies[0].name")]
    [InlineData("""{"studies":[{"name":"Bollinger Bands","input":{"in_1":"2"}}]}""", "studies[0].input.in_1")]
    [InlineData("""{"studies":[{"name":"MACD"},{"name":"MACD","override":{"Signal.color":"orange"}}]}""", "studies[1].override.Signal.color")]
    [InlineData("""{"studies":[{"name":"MACD","forceOverlay":1}]}""", "studies[0].forceOverlay")]
    [InlineData("""{"drawings":[{"name":"horizontal_line","input":{"price":1}}]}""", "drawings[0].name")]
    [InlineData("""{"drawings":[{"name":"Horizontal Line","input":{"price":"high"}}]}""", "drawings[0].input.price")]
    [InlineData("""{"drawings":[{"name":"Horizontal Line"}]}""", "drawings[0].input.price")]
    [InlineData("""{"drawings":[{"name":"Horizontal Line","input":{"price":1},"zOrder":"front"}]}""", "drawings[0].zOrder")]
    public void Read_NamesThePathInTheBody_WhenAValueIsWrong(string body, string field) =>
        Assert.Equal(field, Assert.Single(BodyBench.FaultsOf(body)).Field);

    [Fact]
    public void Read_NamesEveryFault_AtOnce() => Assert.Equal(
        ["width", "studies[0].name", "studies[2].input.in_1", "timezone"],
        BodyBench.FaultsOf(
            """
            {"studies":[{"name":"RSI"},{"name":"MACD"},{"name":"Bollinger Bands","input":{"in_1":"2"}}],
            "timezone":"","width":1,"unknown":true}
            """).Select(fault => fault.Field).OrderBy(field => field == "width" ? 0 : field == "timezone" ? 2 : 1));

    [Fact]
    public void Read_RefusesWhatIsNoBody()
    {
        Assert.Equal("arguments", Assert.Single(BodyBench.FaultsOf("[]")).Field);
        Assert.Throws<ChartException>(() => BodyBench.OfBody("""{"symbol":"\ud800"}"""));
        Assert.Throws<ChartException>(() => BodyBench.OfBody("""{"\ud800":1}"""));
        string huge = new('x', ChartRequestReader.MaximumArgumentsBytes);
        Assert.Throws<ChartException>(() => BodyBench.OfBody($$"""{"watermark":"{{huge}}"}"""));
    }

    [Theory]
    [InlineData("Volume", "Volume.plottype", "column", "columns")]
    [InlineData("Moving Average", "Plot.color", "rgb(255,107,107)", "#FF6B6B")]
    [InlineData("Moving Average", "Plot.color", "rgba(255,107,107,0.25)", "#FF6B6B40")]
    public void Read_TakesBothSpellings(string study, string key, string one, string other)
    {
        ChartRequest[] requests =
        [
            .. new[] { one, other }.Select(value => BodyBench.OfBody(
                $$$"""{"studies":[{"name":"{{{study}}}","override":{"{{{key}}}":"{{{value}}}"}}]}""")),
        ];
        Assert.Equal(requests[0].Studies[0].Overrides, requests[1].Studies[0].Overrides);
    }

    [Theory]
    [InlineData("extendLine")]
    [InlineData("extendLines")]
    public void Read_TakesTheRetracementsLineInBothSpellings(string key)
    {
        ChartRequest request = BodyBench.OfBody(
            $$$"""
            {"drawings":[{"name":"Fib Retracement","input":{"startDatetime":"2026-01-01T00:00:00Z","startPrice":1,
            "endDatetime":"2026-02-01T00:00:00Z","endPrice":2},"override":{"{{{key}}}":true}}]}
            """);
        Assert.True(Assert.Single(request.Appearance.Drawings).Overrides["extendLine"].Switch);
        Assert.Empty(request.Warnings);
    }
}
