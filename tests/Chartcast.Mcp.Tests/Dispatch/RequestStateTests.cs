using System.Text.Json;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Mcp.Tests.Dispatch;

/// <summary>What travels through the client between two rounds of a call.</summary>
public sealed class RequestStateTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];
    private static readonly SealedQuestion Question = new("tools/call", "ask", "{}", "ada");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RequestStateSeal Seal => new(() => Key, _time, TimeSpan.FromMinutes(10));

    [Fact]
    public void Open_GivesBackWhatWasSealed_AndNeverTwiceTheSameText()
    {
        var memory = JsonElement.Parse("""{"round":3}""");
        var first = Seal.Seal(Question, memory);
        var second = Seal.Seal(Question, memory);

        Assert.True(Seal.TryOpen(Question, first, out var opened));
        Assert.Equal("""{"round":3}""", opened.GetRawText());
        Assert.NotEqual(first, second);
        Assert.DoesNotContain("round", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_RefusesEveryAlteredCharacter()
    {
        var state = Seal.Seal(Question, default);
        for (var index = 0; index < state.Length; index++)
        {
            var letter = state[index] == 'A' ? 'B' : 'A';
            var altered = state[..index] + letter + state[(index + 1)..];
            // The last character may hold bits that mean nothing.
            if (index < state.Length - 1)
                Assert.False(Seal.TryOpen(Question, altered, out _), $"character {index}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Open_RefusesWhatIsNoSeal(string state) => Assert.False(Seal.TryOpen(Question, state, out _));

    [Fact]
    public void Open_RefusesOtherRequests_OtherKeysAndLateAnswers()
    {
        var state = Seal.Seal(Question, default);

        Assert.False(Seal.TryOpen(Question with { Method = "prompts/get" }, state, out _));
        Assert.False(Seal.TryOpen(Question with { Name = "echo" }, state, out _));
        Assert.False(Seal.TryOpen(Question with { Arguments = """{"item":"x"}""" }, state, out _));
        Assert.False(Seal.TryOpen(Question with { Subject = "bob" }, state, out _));
        Assert.False(Seal.TryOpen(Question with { Subject = null }, state, out _));
        Assert.False(new RequestStateSeal(() => new byte[32], _time, TimeSpan.FromMinutes(10)).TryOpen(Question, state, out _));
        _time.Advance(TimeSpan.FromMinutes(11));
        Assert.False(Seal.TryOpen(Question, state, out _));
    }

    [Fact]
    public async Task Call_WithTheStateOfOtherArguments_IsRefused_AndWithItsOwnGoesOn()
    {
        await using var host = await TestHost.StartAsync();
        var state = await StateAsync(host, """{"item":"ball"}""");
        var answers = ",\"inputResponses\":{\"color\":{\"action\":\"accept\",\"content\":{\"color\":\"red\"}}}"
            + $",\"requestState\":\"{state}\"";

        Assert.Equal((200, -32602), await Raw.ErrorAsync(host.Http, Post("""{"item":"hat"}""", answers)));
        using var answer = await host.Http.SendAsync(Post("""{ "item" : "ball" }""", answers), Cancel);
        var result = (await Raw.JsonAsync(answer)).GetProperty("result");
        Assert.Equal("ball is red, round 1", result.GetProperty("content")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Call_WithAnswersThatNobodyAskedFor_IsAskedAnew()
    {
        await using var host = await TestHost.StartAsync();
        var answers = ",\"inputResponses\":{\"color\":{\"action\":\"accept\",\"content\":{\"color\":\"red\"}}}";
        using var answer = await host.Http.SendAsync(Post("""{"item":"ball"}""", answers), Cancel);
        var result = (await Raw.JsonAsync(answer)).GetProperty("result");

        Assert.Equal("input_required", result.GetProperty("resultType").GetString());
        Assert.False(result.TryGetProperty("ttlMs", out _));
    }

    [Fact]
    public void UnaskedAnswers_AreSeenByWhoWantsThemAlone()
    {
        var answers = new Dictionary<string, JsonElement> { ["color"] = JsonElement.Parse("1"u8) };
        var dialogue = new Dialogue(null, new Dictionary<string, JsonElement>(), default, _ => "", answers);

        Assert.False(dialogue.TryGetAnswer("color", out _));
        Assert.True(dialogue.WithUnaskedAnswers().TryGetAnswer("color", out var answer));
        Assert.Equal(1, answer.GetInt32());
        Assert.Same(Dialogue.None, Dialogue.None.WithUnaskedAnswers());
    }

    private static HttpRequestMessage Post(string arguments, string members = "") => Raw.ModernPost(
        "tools/call", $",\"name\":\"ask\",\"arguments\":{arguments}{members}", name: "ask", capabilities: "\"elicitation\":{}");

    private static async Task<string> StateAsync(TestHost host, string arguments)
    {
        using var answer = await host.Http.SendAsync(Post(arguments), Cancel);
        var result = (await Raw.JsonAsync(answer)).GetProperty("result");
        return result.GetProperty("requestState").GetString()!;
    }
}
