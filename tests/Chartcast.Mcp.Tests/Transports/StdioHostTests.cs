using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tests.Fixtures;
using Chartcast.Mcp.Transports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chartcast.Mcp.Tests.Transports;

public sealed class StdioHostTests
{
    private const string Good = "{\"jsonrpc\":\"2.0\",\"id\":9007199254740993,\"method\":\"ping\"}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{", -32700)]
    [InlineData("7", -32600)]
    [InlineData("[]", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", -32600)]
    public async Task BadLine_IsAnsweredWithoutId_AndTheStreamGoesOn(string line, int code)
    {
        var answers = await ServeAsync(Encoding.UTF8.GetBytes($"{line}\n\r\n{Good}\n"));

        Assert.Equal(2, answers.Count);
        Assert.Equal(JsonValueKind.Null, answers[0].GetProperty("id").ValueKind);
        Assert.Equal(code, answers[0].GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal("9007199254740993", answers[1].GetProperty("id").GetRawText());
    }

    [Fact]
    public async Task InvalidUtf8_IsAParseError()
    {
        var answers = await ServeAsync([.. "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""u8, 0xFF, .. "\"}\n"u8]);

        Assert.Equal(-32700, Assert.Single(answers).GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task LongLine_IsRefusedOnce_AndItsRestThrownAway()
    {
        var limits = new McpLimits { MaxLineBytes = 100_000 };
        var answers = await ServeAsync(
            Encoding.UTF8.GetBytes($"{{\"jsonrpc\":\"{new string('x', 500_000)}\"}}\n{Good}\n"), limits);

        Assert.Equal(2, answers.Count);
        Assert.Equal(-32700, answers[0].GetProperty("error").GetProperty("code").GetInt32());
        Assert.True(answers[1].TryGetProperty("result", out _));
    }

    [Fact]
    public async Task LastLine_NeedsNoEnd()
    {
        var answers = await ServeAsync(Encoding.UTF8.GetBytes(Good));

        Assert.True(Assert.Single(answers).TryGetProperty("result", out _));
    }

    [Fact]
    public async Task EndOfInput_CancelsWhatDoesNotEnd()
    {
        var tools = new Tools();
        const string Hang = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"hang\"}}";
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(Hang + "\n"));
        using var output = new MemoryStream();
        var limits = new McpLimits { PipeGraceTime = TimeSpan.FromMilliseconds(50) };

        var code = await StdioHost.RunAsync(
            tools.Definition(limits), input, output, NullLoggerFactory.Instance, Cancel);

        Assert.Equal(0, code);
        Assert.True(tools.Hang.Stopped.Task.IsCompleted || !tools.Hang.Started.Task.IsCompleted);
    }

    [Fact]
    public async Task DuplicateId_IsRefusedWithoutId_AndTheFirstGoesOn()
    {
        var tools = new Tools();
        const string Steps = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"steps\"}}";
        using var input = new MemoryStream(Encoding.UTF8.GetBytes($"{Steps}\n{Steps}\n"));
        using var output = new MemoryStream();
        var limits = new McpLimits { PipeGraceTime = TimeSpan.FromSeconds(30) };
        var serving = StdioHost.RunAsync(tools.Definition(limits), input, output, NullLoggerFactory.Instance, Cancel);
        while (!Encoding.UTF8.GetString(output.ToArray()).Contains('\n', StringComparison.Ordinal))
            await Task.Yield();
        tools.Steps.LetGo();
        await serving;
        var answers = Lines(output);

        Assert.Equal(JsonValueKind.Null, answers[0].GetProperty("id").ValueKind);
        Assert.Equal(1, Assert.Single(answers[1..]).GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task ClosedOutput_EndsServing()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(Good + "\n"));
        var output = new MemoryStream();
        await output.DisposeAsync();

        Assert.Equal(
            0, await StdioHost.RunAsync(new Tools().Definition(), input, output, NullLoggerFactory.Instance, Cancel));
    }

    [Fact]
    public async Task Text_IsWrittenWithoutNeedlessEscapes()
    {
        const string Call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\","
            + "\"arguments\":{\"text\":\"a+b <日本>\"}}}\n";
        using var output = new MemoryStream();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(Call));
        await StdioHost.RunAsync(new Tools().Definition(), input, output, NullLoggerFactory.Instance, Cancel);
        var text = Encoding.UTF8.GetString(output.ToArray());

        Assert.Contains("\"text\":\"a+b <日本>\"", text, StringComparison.Ordinal);
        Assert.Contains("\"data\":\"++++/w==\"", text, StringComparison.Ordinal);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task HalfALine_ThenTheEnd_IsAParseError_AndTheEnd()
    {
        var answers = await ServeAsync(Encoding.UTF8.GetBytes(Good + "\n{\"jsonrpc\":\"2.0\",\"id\":1,\"meth"));

        Assert.Equal(2, answers.Count);
        Assert.Contains(
            answers, answer => answer.TryGetProperty("error", out var error)
                && error.GetProperty("code").GetInt32() == -32700);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task AnswerToNothing_IsPassedOver()
    {
        var answers = await ServeAsync(Encoding.UTF8.GetBytes(
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}\n"
            + "{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":1,\"message\":\"x\"}}\n" + Good));

        Assert.True(Assert.Single(answers).TryGetProperty("result", out _));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task RequestThatFailsBeforeItsHandler_LeavesItsPlace()
    {
        var broken = Raw.ModernBody("initialize", id: "1", meta: ",\"io.modelcontextprotocol/clientInfo\":7");
        var input = new Pipe();
        using var output = new MemoryStream();
        var serving = StdioHost.RunAsync(
            new Tools().Definition(new McpLimits { MaxCallsInFlight = 1 }), input.Reader.AsStream(), output,
            NullLoggerFactory.Instance, Cancel);
        for (var count = 1; count <= 3; count++)
        {
            await input.Writer.WriteAsync(Encoding.UTF8.GetBytes(broken + "\n"), Cancel);
            await Until.TrueAsync(() => LinesIn(output) == count);
        }

        await input.Writer.CompleteAsync();
        Assert.Equal(0, await serving);
        Assert.All(Lines(output), answer => Assert.DoesNotContain(
            "at once", answer.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task ClientGoneInTheMiddleOfACall_StopsTheWorkAndTheServer()
    {
        var tools = new Tools();
        var input = new Pipe();
        var output = new Pipe();
        var limits = new McpLimits { PipeGraceTime = TimeSpan.FromHours(1) };
        var serving = StdioHost.RunAsync(
            tools.Definition(limits), input.Reader.AsStream(), new ClosingStream(output), NullLoggerFactory.Instance,
            Cancel);
        await input.Writer.WriteAsync(Encoding.UTF8.GetBytes(GateTool.Call("1", "a") + "\n"), Cancel);
        await tools.Gate.Started("a");
        await output.Reader.CompleteAsync();
        await input.Writer.WriteAsync(Encoding.UTF8.GetBytes(Good + "\n"), Cancel);

        Assert.Equal(0, await serving.WaitAsync(Cancel));
        Assert.True(await tools.Gate.Ended("a"));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Cancelled_NamesACallThatAnAnswerToNothingHasTheIdOf()
    {
        var tools = new Tools();
        var input = new Pipe();
        using var output = new MemoryStream();
        var serving = StdioHost.RunAsync(
            tools.Definition(), input.Reader.AsStream(), output, NullLoggerFactory.Instance, Cancel);
        await input.Writer.WriteAsync(Encoding.UTF8.GetBytes(GateTool.Call("1", "a") + "\n"), Cancel);
        await tools.Gate.Started("a");
        await input.Writer.WriteAsync(
            Encoding.UTF8.GetBytes("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n" + Good + "\n"), Cancel);
        await Until.TrueAsync(() => LinesIn(output) == 1);
        await input.Writer.WriteAsync(Encoding.UTF8.GetBytes(LegacyClient.Cancelled("1") + "\n"), Cancel);

        Assert.True(await tools.Gate.Ended("a"));
        await input.Writer.CompleteAsync();
        Assert.Equal(0, await serving);
        Assert.Equal("9007199254740993", Assert.Single(Lines(output)).GetProperty("id").GetRawText());
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Batches_AreServedAfterMarch2025WasAgreed_AndNeverHoldAHandshake()
    {
        var initialize = Raw.InitializeBody("2025-03-26");
        var batch = $"[{LegacyClient.Ping("1")},{LegacyClient.Ping("\"two\"")},{initialize}]";
        var answers = await ServeAsync(Encoding.UTF8.GetBytes($"{batch}\n{initialize}\n{batch}\n"));

        Assert.Equal(5, answers.Count);
        Assert.Equal(2, answers.Count(answer => answer.TryGetProperty("error", out _)));
        Assert.Single(answers, answer => answer.GetProperty("id").ValueKind == JsonValueKind.Null);
        Assert.Single(answers, answer => answer.GetProperty("id").ValueKind == JsonValueKind.String);
    }

    private static async Task<List<JsonElement>> ServeAsync(byte[] lines, McpLimits? limits = null)
    {
        using var input = new MemoryStream(lines);
        using var output = new MemoryStream();
        var code = await StdioHost.RunAsync(
            new Tools().Definition(limits), input, output, NullLoggerFactory.Instance, Cancel);
        Assert.Equal(0, code);
        return Lines(output);
    }

    private static int LinesIn(MemoryStream output) => output.ToArray().Count(letter => letter == '\n');

    private static List<JsonElement> Lines(MemoryStream output) =>
        [.. Encoding.UTF8.GetString(output.ToArray())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];

    /// <summary>Breaks, as a pipe does, once nobody reads it.</summary>
    private sealed class ClosingStream(Pipe pipe) : MemoryStream
    {
        public override async ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var flushed = await pipe.Writer.WriteAsync(buffer, cancellationToken);
            if (flushed.IsCompleted)
                throw new IOException("Broken pipe");
        }
    }
}
