using System.Text.Json;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.ChartImgApi;

/// <summary>The list of wrong fields: value, msg, param, location.</summary>
public sealed class FieldErrorTests
{
    private const string SymbolText = "must be a valid tradingview EXCHANGE:SYMBOL";
    private const string IntervalText = "must be a supported interval";
    private const string NameText = "must be a supported name";
    private const string ColorText = "must be a valid rgb/rgba color";

    [Theory]
    [InlineData("""{"symbol":"AAPL"}""", "\"AAPL\"", SymbolText, "symbol")]
    [InlineData("""{"symbol":5}""", "5", SymbolText, "symbol")]
    [InlineData("""{"interval":"1d"}""", "\"1d\"", IntervalText, "interval")]
    [InlineData("""{"interval":"10m"}""", "\"10m\"", IntervalText, "interval")]
    [InlineData("""{"studies":[{"name":"RSI"}]}""", "\"RSI\"", NameText, "studies[0].name")]
    [InlineData("""{"studies":[{"name":"MACD"},{"name":"EMA"}]}""", "\"EMA\"", NameText, "studies[1].name")]
    [InlineData("""{"studies":[{"name":"Exponential Moving Average"}]}""", "\"Exponential Moving Average\"", NameText, "studies[0].name")]
    [InlineData("""{"studies":[{"name":"Directional Movement Index"}]}""", "\"Directional Movement Index\"", NameText, "studies[0].name")]
    [InlineData("""{"studies":[{"name":"ROC (Rate of Change)"}]}""", "\"ROC (Rate of Change)\"", NameText, "studies[0].name")]
    [InlineData("""{"studies":[{"name":"SMI Ergodic Indicator"}]}""", "\"SMI Ergodic Indicator\"", NameText, "studies[0].name")]
    [InlineData("""{"studies":[{"name":"Stochastic Momentum Index"}]}""", "\"Stochastic Momentum Index\"", NameText, "studies[0].name")]
    [InlineData("""{"studies":[{"name":"MACD@tv-basicstudies"}]}""", "\"MACD@tv-basicstudies\"", NameText, "studies[0].name")]
    [InlineData("""{"studies":[{"name":"Pivot Points Standard"}]}""", "\"Pivot Points Standard\"", NameText, "studies[0].name")]
    [InlineData("""{"studies":[{}]}""", null, NameText, "studies[0].name")]
    [InlineData("""{"drawings":[{"name":"Ray","input":{}}]}""", "\"Ray\"", NameText, "drawings[0].name")]
    [InlineData("""{"studies":[{"name":"MACD","override":{"Signal.color":"#FF6D00"}}]}""", "\"#FF6D00\"", ColorText, "studies[0].override.Signal.color")]
    [InlineData("""{"studies":[{"name":"MACD","override":{"Histogram.color.1":"red"}}]}""", "\"red\"", ColorText, "studies[0].override.Histogram.color.1")]
    [InlineData("""{"studies":[{"name":"Bollinger Bands","override":{"Plots Background.color":"rgba(1,2,3,0.25)"}}]}""", "\"rgba(1,2,3,0.25)\"", ColorText, "studies[0].override.Plots Background.color")]
    [InlineData("""{"drawings":[{"name":"Horizontal Line","input":{"price":1},"override":{"lineColor":"rgb(1, 2, 3)"}}]}""", "\"rgb(1, 2, 3)\"", ColorText, "drawings[0].override.lineColor")]
    [InlineData("""{"override":{"style":{"candleStyle.upColor":"rgb(256,0,0)"}}}""", "\"rgb(256,0,0)\"", ColorText, "override.style.candleStyle.upColor")]
    public async Task KnownTexts_AreWordForWord(string body, string? value, string text, string param)
    {
        JsonElement error = await OnlyErrorAsync(body);
        Assert.Equal(value, error.TryGetProperty("value", out JsonElement sent) ? sent.GetRawText() : null);
        Assert.Equal(text, error.GetProperty("msg").GetString());
        Assert.Equal(param, error.GetProperty("param").GetString());
        Assert.Equal("body", error.GetProperty("location").GetString());
    }

    [Theory]
    [InlineData("""{"width":399}""", "width")]
    [InlineData("""{"width":400.5}""", "width")]
    [InlineData("""{"width":"800"}""", "width")]
    [InlineData("""{"width":1e400}""", "width")]
    [InlineData("""{"height":299}""", "height")]
    [InlineData("""{"height":-1}""", "height")]
    [InlineData("""{"style":"renko"}""", "style")]
    [InlineData("""{"style":"candlestick"}""", "style")]
    [InlineData("""{"style":1}""", "style")]
    [InlineData("""{"theme":"DARK"}""", "theme")]
    [InlineData("""{"theme":"colorblind"}""", "theme")]
    [InlineData("""{"scale":"log"}""", "scale")]
    [InlineData("""{"session":"all"}""", "session")]
    [InlineData("""{"timezone":"Europe/Kyiv"}""", "timezone")]
    [InlineData("""{"timezone":"Mars/Base"}""", "timezone")]
    [InlineData("""{"format":"svg"}""", "format")]
    [InlineData("""{"format":"webp"}""", "format")]
    [InlineData("""{"range":"2Y"}""", "range")]
    [InlineData("""{"range":{"from":"2026-01-01T00:00:00.000Z"}}""", "range.to")]
    [InlineData("""{"shiftLeft":0}""", "shiftLeft")]
    [InlineData("""{"shiftRight":1001}""", "shiftRight")]
    [InlineData("""{"watermarkSize":17}""", "watermarkSize")]
    [InlineData("""{"watermark":"A","watermarkOpacity":2}""", "watermarkOpacity")]
    [InlineData("""{"studies":"RSI"}""", "studies")]
    [InlineData("""{"studies":[{"name":"Bollinger Bands","input":{"in_1":"2"}}]}""", "studies[0].input.in_1")]
    [InlineData("""{"drawings":[{"name":"Horizontal Line","input":{}}]}""", "drawings[0].input.price")]
    [InlineData("""{"override":{"mainPaneHeight":99}}""", "override.mainPaneHeight")]
    [InlineData("""{"override":{"style":{"candleStyle.barColorsOnPrevClose":"yes"}}}""", "override.style.candleStyle.barColorsOnPrevClose")]
    public async Task WhatV2DoesNotTake_IsRefused_ByItsPath(string body, string param)
    {
        JsonElement error = await OnlyErrorAsync(body);
        Assert.Equal(param, error.GetProperty("param").GetString());
        string text = error.GetProperty("msg").GetString()!;
        Assert.NotEmpty(text);
        Assert.DoesNotContain(text, (string[])[SymbolText, IntervalText, NameText, ColorText]);
    }

    [Fact]
    public async Task EveryWrongField_IsTold_AtOnce()
    {
        await using TestApp app = await TestApp.StartAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(
            app, ApiAnswer.AdvancedPath, """{"symbol":"X","interval":"2x","theme":"blue","studies":[{"name":"RSI"}]}""");
        Assert.Equal(422, answer.Status);
        Assert.Equal(
            ["interval", "studies[0].name", "symbol", "theme"],
            answer.Json.EnumerateArray().Select(error => error.GetProperty("param").GetString()).Order());
    }

    [Theory]
    [InlineData("""{"indicators":["RSI"],"overrides":{},"backgroundColor":"red","zoom":3,"hideLegend":true}""")]
    [InlineData("""{"studies":[{"name":"MACD","input":{"fastLength":5,"stdDev":3}}]}""")]
    [InlineData("""{"studies":[{"name":"MACD","inputs":{"in_0":"x"}}]}""")]
    [InlineData("""{"drawings":[{"name":"Horizontal Line","input":{"price":1},"override":{"profitZoneColor":"#00FF00"}}]}""")]
    [InlineData("""{"studies":[{"name":"MACD","override":{"Nothing.color":"red"}}]}""")]
    [InlineData("""{"zoomIn":3,"resetZoom":true,"moveLeft":"far"}""")]
    public async Task UnknownKeys_AreIgnored_AsV2Does(string body)
    {
        await using TestApp app = await TestApp.StartAsync(options => options with { Demo = true });
        ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, body);
        answer.IsImage(800, 600);
        Assert.NotEmpty((await AdvancedChartTests.RecordAsync(app, answer)).Request.Warnings);
    }

    [Theory]
    [InlineData("rgb(0,0,0)")]
    [InlineData("rgba(255,255,255,0)")]
    [InlineData("rgba(1,2,3,.5)")]
    [InlineData("rgba(1,2,3,0.5)")]
    [InlineData("rgba(1,2,3,1.0)")]
    [InlineData("rgba(1,2,3,1)")]
    public async Task Colors_OfTheDocumentedForm_AreTaken(string color)
    {
        await using TestApp app = await TestApp.StartAsync(options => options with { Demo = true });
        (await ApiAnswer.PostAsync(
            app, ApiAnswer.AdvancedPath,
            $$$"""{"studies":[{"name":"MACD","override":{"Signal.color":"{{{color}}}"}}]}""")).IsImage(800, 600);
    }

    private static async Task<JsonElement> OnlyErrorAsync(string body)
    {
        await using TestApp app = await TestApp.StartAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, body);
        Assert.True(answer.Status == 422, answer.Text[..Math.Min(200, answer.Text.Length)]);
        Assert.Equal("application/json", answer.Type);
        return Assert.Single(answer.Json.EnumerateArray());
    }
}
