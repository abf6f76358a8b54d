using System.Text.Json;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.Tools;

/// <summary>A call that names no symbol, or one without its exchange.</summary>
public sealed class SymbolQuestionTests
{
    private const string CanAsk = "\"elicitation\":{}";

    [Theory]
    [InlineData("generate_chart", """{"symbol":"prices"}""", "\"prices\" on which exchange?")]
    [InlineData("get_market_data", """{"symbol":" Prices "}""", "\"Prices\" on which exchange?")]
    [InlineData("generate_chart", "{}", "Which symbol shall be drawn?")]
    [InlineData("generate_chart", """{"symbol":""}""", "Which symbol shall be drawn?")]
    public async Task Call_AsksThePerson_AndGoesOnWithTheAnswer(string tool, string arguments, string question)
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement asked = await app.CallToolAsync(tool, arguments, capabilities: CanAsk);
        JsonElement form = asked.GetProperty("inputRequests").GetProperty("symbol").GetProperty("params");
        JsonElement answered = await app.CallToolAsync(
            tool, arguments, Answer(asked, """{"action":"accept","content":{"symbol":"FILE:prices"}}"""), CanAsk);

        Assert.Equal("input_required", asked.GetProperty("resultType").GetString());
        Assert.StartsWith(question, form.GetProperty("message").GetString());
        JsonElement choices = form.GetProperty("requestedSchema").GetProperty("properties").GetProperty("symbol");
        Assert.Contains("FILE:prices", choices.GetProperty("enum").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal("FILE:prices", answered.GetProperty("structuredContent").GetProperty("symbol").GetString());
    }

    [Theory]
    [InlineData("""{"action":"decline"}""")]
    [InlineData("""{"action":"accept","content":{"symbol":7}}""")]
    public async Task Call_WithoutAnAnswer_FailsWithTheCandidates(string answer)
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement asked = await app.CallToolAsync("generate_chart", """{"symbol":"prices"}""", capabilities: CanAsk);
        JsonElement ended = await app.CallToolAsync(
            "generate_chart", """{"symbol":"prices"}""", Answer(asked, answer), CanAsk);

        AssertFailsWithCandidates(ended);
    }

    [Fact]
    public async Task Call_OfAClientThatCannotAsk_FailsWithTheCandidates_AndEveryOtherFault()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement ended = await app.CallToolAsync("generate_chart", """{"symbol":"prices","width":-1}""");

        AssertFailsWithCandidates(ended);
        Assert.Equal(2, ended.GetProperty("structuredContent").GetProperty("error").GetProperty("faults").GetArrayLength());
    }

    [Fact]
    public async Task Call_ThatFailsAnyway_AsksNobody()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement ended = await app.CallToolAsync(
            "generate_chart", """{"symbol":"prices","width":-1}""", capabilities: CanAsk);

        Assert.True(ended.GetProperty("isError").GetBoolean());
        Assert.Contains("width", ModernMcp.TextOf(ended));
    }

    [Fact]
    public async Task Call_ForWhatNobodyKnows_AsksForAText()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement asked = await app.CallToolAsync("generate_chart", """{"symbol":"ZZZZ"}""", capabilities: CanAsk);
        JsonElement field = asked.GetProperty("inputRequests").GetProperty("symbol").GetProperty("params")
            .GetProperty("requestedSchema").GetProperty("properties").GetProperty("symbol");

        Assert.False(field.TryGetProperty("enum", out _));
        Assert.Contains("EXCHANGE:SYMBOL", field.GetProperty("description").GetString());
    }

    [Fact]
    public async Task Call_WithAWholeSymbol_IsNeverAsked()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement drawn = await app.CallToolAsync("generate_chart", """{"symbol":"FILE:prices"}""", capabilities: CanAsk);

        Assert.Equal("complete", drawn.GetProperty("resultType").GetString());
    }

    private static string Answer(JsonElement asked, string answer) =>
        $",\"inputResponses\":{{\"symbol\":{answer}}},\"requestState\":\"{asked.GetProperty("requestState").GetString()}\"";

    private static void AssertFailsWithCandidates(JsonElement result)
    {
        Assert.True(result.GetProperty("isError").GetBoolean());
        JsonElement error = result.GetProperty("structuredContent").GetProperty("error");
        Assert.Equal("invalid_argument", error.GetProperty("code").GetString());
        Assert.Equal("symbol", error.GetProperty("faults")[0].GetProperty("field").GetString());
        Assert.Contains("FILE:prices", error.GetProperty("suggestions").EnumerateArray().Select(one => one.GetString()));
    }
}
