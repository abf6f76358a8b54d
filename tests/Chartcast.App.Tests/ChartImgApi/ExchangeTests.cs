using System.Text.Json;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.ChartImgApi;

/// <summary><c>GET /v3/tradingview/exchange/list</c> and <c>/{id}</c>.</summary>
public sealed class ExchangeTests
{
    private const string Root = "/v3/tradingview/exchange/";

    [Fact]
    public async Task List_HasTheExchangesOfTheFeeds()
    {
        await using TestApp app = await TestApp.StartAsync(WithSymbols);
        ApiAnswer answer = await ApiAnswer.GetAsync(app, Root + "list");
        Assert.Equal(200, answer.Status);
        Assert.Equal(["updatedAt", "payload"], answer.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2026-01-15T15:00:00.000Z", answer.Json.GetProperty("updatedAt").GetString());
        Assert.Equal(
            ["DEMO", "FILE", "NASDAQ"], answer.Json.GetProperty("payload").EnumerateArray().Select(one => one.GetString()));
    }

    [Theory]
    [InlineData("nasdaq", "AAPL,AAPLX,GOOG")]
    [InlineData("NASDAQ", "AAPL,AAPLX,GOOG")]
    [InlineData("nasdaq?symbol=aaplx", "AAPLX")]
    [InlineData("nasdaq?symbol=AAPL", "AAPL,AAPLX")]
    [InlineData("nasdaq?type=stock", "AAPL,GOOG")]
    [InlineData("nasdaq?type=stock&symbol=goog", "GOOG")]
    [InlineData("nasdaq?symbol=NOSUCH", "")]
    [InlineData("file?symbol=prices", "prices")]
    public async Task Exchange_ListsItsSymbols_Filtered(string path, string symbols)
    {
        await using TestApp app = await TestApp.StartAsync(WithSymbols);
        ApiAnswer answer = await ApiAnswer.GetAsync(app, Root + path);
        Assert.Equal(200, answer.Status);
        Assert.Equal(
            symbols,
            string.Join(',', answer.Json.GetProperty("payload").EnumerateArray().Select(one => one.GetProperty("symbol").GetString())));
    }

    [Fact]
    public async Task Symbol_HasTheFieldsOfTheSample()
    {
        await using TestApp app = await TestApp.StartAsync(WithSymbols);
        ApiAnswer answer = await ApiAnswer.GetAsync(app, Root + "nasdaq?symbol=AAPL");
        JsonElement symbol = answer.Json.GetProperty("payload")[0];
        Assert.Equal(
            [
                "symbol", "description", "type", "exchange", "currency_code", "currency-logoid", "base-currency-logoid",
                "provider_id", "source2", "source_id", "typespecs",
            ],
            symbol.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("AAPL", "Apple Inc.", "stock", "NASDAQ"), (
            symbol.GetProperty("symbol").GetString(), symbol.GetProperty("description").GetString(),
            symbol.GetProperty("type").GetString(), symbol.GetProperty("exchange").GetString()));
        Assert.Equal(["id", "name", "description"], symbol.GetProperty("source2").EnumerateObject().Select(one => one.Name));

        // What is listed can be drawn.
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, """{"symbol":"NASDAQ:AAPL"}""")).IsImage(800, 600);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("..%2f..%2fetc")]
    [InlineData("%20")]
    public async Task UnknownExchange_HasNulls(string id)
    {
        await using TestApp app = await TestApp.StartAsync();
        ApiAnswer answer = await ApiAnswer.GetAsync(app, Root + id);
        Assert.Equal((200, """{"updatedAt":null,"payload":null}"""), (answer.Status, answer.Text));
    }

    private static App.Configuration.ServerOptions WithSymbols(App.Configuration.ServerOptions options)
    {
        File.WriteAllText(Path.Combine(options.DataDirectory!, "symbols.json"), """
            {"NASDAQ:AAPLX":{"file":"prices","type":"fund"},
            "NASDAQ:AAPL":{"file":"prices","type":"stock","description":"Apple Inc."},
            "NASDAQ:GOOG":{"file":"prices","type":"stock"}}
            """);
        return options;
    }
}
