using System.Text;
using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.QueryCharts;

namespace Chartcast.Generation.Tests.Requests;

public sealed class MiniArgumentTests
{
    [Fact]
    public void Mini_IsTheMiniChartOfTheServedApi()
    {
        ChartRequest ours = Read("""{"symbol":"BINANCE:BTCUSDT","mini":true,"theme":"dark","provider":"local"}""");
        ChartRequest theirs = QueryChartReader.ReadMini(new Dictionary<string, IReadOnlyList<string>>(), null);
        Assert.Equal(RequestFingerprint.Of(theirs), RequestFingerprint.Of(ours));
        Assert.Equal((350, 220, "1M", "30m"), (ours.WidthPx, ours.HeightPx, ours.Range, ours.Interval.ToString()));
        Assert.Equal((ChartStyle.Area, false, false), (ours.Style, ours.ShowVolume, ours.ShowGrid));
    }

    [Fact]
    public void Mini_SurvivesTheStore()
    {
        ChartRequest request = Read("""{"symbol":"BINANCE:BTCUSDT","mini":true,"width":400,"range":"3M"}""");
        ChartRequest again = ChartRequestCodec.Decode(ChartRequestCodec.Encode(request), request.ArgumentsJson);
        Assert.True(again.IsMini);
        Assert.Equal((400, "3M"), (again.WidthPx, again.Range));
        Assert.Equal(RequestFingerprint.Of(request), RequestFingerprint.Of(again));
    }

    [Fact]
    public void MiniFalse_IsTheUsualChart() => Assert.Equal(
        RequestFingerprint.Of(Read("""{"symbol":"A:B"}""")),
        RequestFingerprint.Of(Read("""{"symbol":"A:B","mini":false}""")));

    [Theory]
    [InlineData("\"interval\":\"1h\"", "interval")]
    [InlineData("\"chartType\":\"line\"", "chartType")]
    [InlineData("\"indicators\":[{\"type\":\"sma\"}]", "indicators")]
    [InlineData("\"override\":{}", "override")]
    [InlineData("\"showVolume\":true", "showVolume")]
    [InlineData("\"layout\":\"AbCd1234\"", "layout")]
    [InlineData("\"range\":\"6M\"", "range")]
    [InlineData("\"range\":{\"from\":\"2025-01-01\"}", "range")]
    [InlineData("\"width\":5", "width")]
    [InlineData("\"symbl\":\"x\"", "symbl")]
    public void WhatMiniDecides_CannotBeAskedForBesideIt(string argument, string field)
    {
        ChartException exception = Assert.Throws<ChartException>(
            () => Read($$"""{"symbol":"A:B","mini":true,{{argument}}}"""));
        Assert.Equal(field, Assert.Single(exception.Error.Faults).Field);
    }

    [Fact]
    public void Mini_MustBeASwitch() =>
        Assert.Equal("mini", Assert.Single(Assert.Throws<ChartException>(() => Read("""{"symbol":"A:B","mini":"yes"}""")).Error.Faults).Field);

    private static ChartRequest Read(string json) =>
        ChartRequestReader.Read(JsonDocument.Parse(Encoding.UTF8.GetBytes(json)).RootElement);
}
