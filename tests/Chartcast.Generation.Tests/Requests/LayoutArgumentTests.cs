using System.Text.Json;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Requests;

public sealed class LayoutArgumentTests
{
    [Fact]
    public void Read_TakesAnId() =>
        Assert.Equal(new LayoutReference("AbCd1234"), Read("""{"symbol":"A:B","layout":"AbCd1234"}""").Layout);

    [Fact]
    public void Read_TakesZoomAndMoves() => Assert.Equal(
        new LayoutReference("AbCd1234", true, 25, 1, 50, 1),
        Read("""{"symbol":"A:B","layout":{"id":"AbCd1234","resetZoom":true,"zoomIn":25,"zoomOut":1,"moveLeft":50,"moveRight":1}}""").Layout);

    [Theory]
    [InlineData("\"layout\":7", "layout")]
    [InlineData("\"layout\":\"../../v1\"", "layout")]
    [InlineData("\"layout\":\"AbCd 123\"", "layout")]
    [InlineData("\"layout\":\"AbC\"", "layout")]
    [InlineData("\"layout\":{}", "layout.id")]
    [InlineData("\"layout\":{\"id\":\"AbCd1234\",\"zoomIn\":26}", "layout.zoomIn")]
    [InlineData("\"layout\":{\"id\":\"AbCd1234\",\"moveLeft\":0}", "layout.moveLeft")]
    [InlineData("\"layout\":{\"id\":\"AbCd1234\",\"shiftLeft\":1}", "layout.shiftLeft")]
    [InlineData("\"layout\":\"AbCd1234\",\"indicators\":[\"rsi\"]", "indicators")]
    [InlineData("\"layout\":\"AbCd1234\",\"theme\":\"dark\"", "theme")]
    [InlineData("\"layout\":\"AbCd1234\",\"range\":\"1M\"", "range")]
    [InlineData("\"layout\":\"AbCd1234\",\"provider\":\"local\"", "layout")]
    [InlineData("\"layout\":\"AbCd1234\",\"format\":\"svg\"", "layout")]
    [InlineData("\"store\":true,\"provider\":\"local\"", "store")]
    public void Read_RefusesWhatCannotBe(string more, string field)
    {
        ChartError error = Assert.Throws<ChartException>(() => Read($$"""{"symbol":"A:B",{{more}}}""")).Error;
        Assert.Contains(error.Faults, fault => fault.Field == field);
    }

    private static ChartRequest Read(string arguments)
    {
        using JsonDocument document = JsonDocument.Parse(arguments);
        return ChartRequestReader.Read(document.RootElement);
    }
}
