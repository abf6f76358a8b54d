using System.Text;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.ChartImgApi;

/// <summary>Bodies and headers nobody should send.</summary>
public sealed class HostileCallTests
{
    private const string BadRequest = """{"message":"Bad Request"}""";

    public static TheoryData<string> NoBodies => new()
    {
        "{", "nothing", "[]", "5", "\"text\"", "null", "{}{}", "{\"symbol\":NaN}", "{'symbol':'A:B'}",
        "{\"a\":" + new string('[', 40) + new string(']', 40) + "}",
        """{"theme":"light","theme":"dark"}""",
        """{"studies":[{"name":"MACD","name":"Volume"}]}""",
        """{"\ud800":1,"a":2}""",
    };

    [Theory]
    [MemberData(nameof(NoBodies))]
    public async Task NoJsonObject_IsABadRequest(string body)
    {
        await using TestApp app = await TestApp.StartAsync();
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, body)).IsError(400, BadRequest);
    }

    [Fact]
    public async Task NoUtf8_IsABadRequest()
    {
        await using TestApp app = await TestApp.StartAsync();
        byte[] body = [.. """{"watermark":"x"""u8, 0xC3, 0x28, .. "\"}"u8];
        (await ApiAnswer.SendAsync(app, HttpMethod.Post, ApiAnswer.AdvancedPath, body)).IsError(400, BadRequest);
        byte[] wide = Encoding.Unicode.GetBytes("{}");
        (await ApiAnswer.SendAsync(app, HttpMethod.Post, ApiAnswer.AdvancedPath, wide)).IsError(400, BadRequest);
    }

    [Theory]
    [InlineData("Content-Type", "text/plain")]
    [InlineData("Content-Type", "application/x-www-form-urlencoded")]
    public async Task OtherContentTypes_AreABadRequest(string header, string value)
    {
        await using TestApp app = await TestApp.StartAsync();
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, "{}", (header, value))).IsError(400, BadRequest);
    }

    [Fact]
    public async Task ByteOrderMark_IsPassedOver()
    {
        await using TestApp app = await TestApp.StartAsync(options => options with { Demo = true });
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, "\uFEFF{}")).IsImage(800, 600);
    }

    [Fact]
    public async Task MoreThanAMebibyte_IsTooLarge_WhetherItsLengthIsSaidOrNot()
    {
        await using TestApp app = await TestApp.StartAsync();
        string body = $$"""{"watermark":"{{new string('x', 1_048_576)}}"}""";
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, body))
            .IsError(413, """{"message":"Request Entity Too Large"}""");
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, body, ("Transfer-Encoding", "chunked")))
            .IsError(413, """{"message":"Request Entity Too Large"}""");
    }

    [Fact]
    public async Task HalfAMebibyte_IsRefusedWithoutBeingRepeated()
    {
        await using TestApp app = await TestApp.StartAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(
            app, ApiAnswer.AdvancedPath, $$"""{"watermark":"{{new string('x', 500_000)}}"}""");
        Assert.Equal(422, answer.Status);
        Assert.True(answer.Bytes.Length < 1_000);
    }

    [Fact]
    public async Task LongValues_AreNotRepeated()
    {
        await using TestApp app = await TestApp.StartAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(
            app, ApiAnswer.AdvancedPath, $$"""{"symbol":"{{new string('x', 20_000)}}"}""");
        Assert.Equal(422, answer.Status);
        Assert.True(answer.Bytes.Length < 500);
    }

    [Theory]
    [InlineData("""{"symbol":"NASDAQ:\ud800"}""")]
    [InlineData("""{"studies":[{"name":"\udc00"}]}""")]
    [InlineData("""{"drawings":[{"name":"Horizontal Line","input":{"price":1,"text":"\ud800"}}]}""")]
    public async Task HalfACharacter_IsAWrongField(string body)
    {
        await using TestApp app = await TestApp.StartAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, body);
        Assert.Equal(422, answer.Status);
        Assert.False(Assert.Single(answer.Json.EnumerateArray()).TryGetProperty("value", out _));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("A:B\r\nX-Evil: 1")]
    [InlineData("NASDAQ:AAPL?key=1#x")]
    [InlineData("http://evil.example/")]
    [InlineData("NASDAQ:\u202EAAPL")]
    [InlineData("NASDAQ:ΑAPL")]
    public async Task StrangeSymbols_AreWrongFields_AndHarmlessInTheLog(string symbol)
    {
        await using TestApp app = await TestApp.StartAsync();
        string body = $"{{\"symbol\":{System.Text.Json.JsonSerializer.Serialize(symbol)}}}";
        ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, body);
        Assert.Equal(422, answer.Status);
        Assert.Equal("symbol", Assert.Single(answer.Json.EnumerateArray()).GetProperty("param").GetString());
        Assert.DoesNotContain(symbol, app.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThousandsOfUnknownKeys_AreRefusedOrDrawn_InOneAnswer()
    {
        await using TestApp app = await TestApp.StartAsync(options => options with { Demo = true });
        string keys = string.Join(',', Enumerable.Range(0, 4_000).Select(i => $"\"k{i}\":{i}"));
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, $"{{{keys}}}")).IsImage(800, 600);
    }
}
