using System.Text.Json;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.Sheets;

namespace Chartcast.Generation.Tests.Requests.Sheets;

public sealed class SheetTitleTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\u0000b")]
    [InlineData("a\u202Eb")]
    [InlineData("\u6F22\u5B57")]
    public void Read_RefusesATitle_ThatCannotBeWritten(string title)
    {
        ChartException exception = Assert.Throws<ChartException>(() => Read(title));
        Assert.Equal("title", Assert.Single(exception.Error.Faults).Field);
    }

    [Fact]
    public void Read_TakesATitle_OfTheFontsLetters() =>
        Assert.Equal("Größte Werte – 2025", Read("Größte Werte – 2025").Sheet!.Title);

    private static ChartRequest Read(string title) => SheetRequestReader.Read(JsonSerializer.SerializeToElement(
        new Dictionary<string, object> { ["charts"] = new[] { "DEMO:BTC" }, ["title"] = title }));
}
