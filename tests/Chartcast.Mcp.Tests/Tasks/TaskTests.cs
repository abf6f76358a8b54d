using System.Text.Json;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Mcp.Tests.Tasks;

/// <summary>The Tasks extension on the wire.</summary>
public sealed class TaskTests : IAsyncLifetime
{
    private const string Declared = "\"elicitation\":{},\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));
    private TestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _host = await TestHost.StartAsync(new McpLimits { MaxTasks = 3 }, _time);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Discover_OffersTheExtension()
    {
        var result = await ResultAsync(Raw.ModernPost("server/discover"));

        Assert.Equal("{}", result.GetProperty("capabilities").GetProperty("extensions")
            .GetProperty("io.modelcontextprotocol/tasks").GetRawText());
    }

    [Fact]
    public async Task Call_BecomesATask_AndEndsWithTheResultOfTheCall()
    {
        var created = await CallAsync("""{"use":"always"}""");
        var id = created.GetProperty("taskId").GetString()!;
        var working = await GetAsync(id);
        _host.Tools.Job.LetGo();
        var done = await UntilFinalAsync(id);

        Assert.Equal("task", created.GetProperty("resultType").GetString());
        Assert.Equal("working", created.GetProperty("status").GetString());
        Assert.Equal("2026-09-01T12:00:00.000Z", created.GetProperty("createdAt").GetString());
        Assert.Equal(600_000, created.GetProperty("ttlMs").GetInt64());
        Assert.False(created.TryGetProperty("task", out _) || created.TryGetProperty("content", out _));
        Assert.Equal(
            ("complete", "working"),
            (working.GetProperty("resultType").GetString(), working.GetProperty("status").GetString()));
        Assert.Equal("completed", done.GetProperty("status").GetString());
        Assert.Equal("done", TextOf(done.GetProperty("result")));
    }

    [Theory]
    [InlineData("result", "completed")]
    [InlineData("protocol", "failed")]
    public async Task Call_ThatFails_IsCompletedOrFailed_ByTheKindOfItsError(string how, string status)
    {
        var id = await CreateAsync($$"""{"use":"always","how":"{{how}}"}""");
        _host.Tools.Job.LetGo();
        var done = await UntilFinalAsync(id);

        Assert.Equal(status, done.GetProperty("status").GetString());
        if (status == "completed")
            Assert.True(done.GetProperty("result").GetProperty("isError").GetBoolean());
        else
            Assert.Equal(-32602, done.GetProperty("error").GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData("late", Declared)]
    [InlineData("never", Declared)]
    [InlineData("always", "")]
    public async Task Call_IsAnsweredAtOnce_WhenItIsQuickOrTheClientKnowsNoTasks(string use, string capabilities)
    {
        _host.Tools.Job.LetGo();
        var result = await CallAsync($$"""{"use":"{{use}}"}""", capabilities);

        Assert.Equal("complete", result.GetProperty("resultType").GetString());
        Assert.Equal("done", TextOf(result));
    }

    [Fact]
    public async Task Call_ThatTakesLonger_BecomesATaskThen()
    {
        var call = CallAsync("""{"use":"late"}""");
        await _host.Tools.Job.Started.Task.WaitAsync(Cancel);
        while (!call.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("task", (await call).GetProperty("resultType").GetString());
        Assert.Equal("begun", (await call).GetProperty("statusMessage").GetString());
    }

    [Fact]
    public async Task Call_ThatNeedsTasks_IsRefusedWithoutThem()
    {
        var request = Raw.ModernPost("tools/call", ",\"name\":\"job\",\"arguments\":{\"use\":\"required\"}", name: "job");
        using var answer = await _host.Http.SendAsync(request, Cancel);
        var error = (await Raw.JsonAsync(answer)).GetProperty("error");

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(-32021, error.GetProperty("code").GetInt32());
        Assert.Equal(
            "{}",
            error.GetProperty("data").GetProperty("requiredCapabilities").GetProperty("extensions")
                .GetProperty("io.modelcontextprotocol/tasks").GetRawText());
    }

    [Fact]
    public async Task Call_WithoutRoomForATask_IsAnsweredAsWithout()
    {
        for (var number = 0; number < 3; number++)
            await CreateAsync("""{"use":"always"}""");
        var call = CallAsync("""{"use":"always"}""");
        _host.Tools.Job.LetGo();

        Assert.Equal("done", TextOf(await call));
    }

    [Fact]
    public async Task Cancel_StopsTheWork_AndIsAcceptedAgain()
    {
        var id = await CreateAsync("""{"use":"always"}""");
        await _host.Tools.Job.Started.Task.WaitAsync(Cancel);
        var first = await ResultAsync(Post("tasks/cancel", id));
        await _host.Tools.Job.Stopped.Task.WaitAsync(Cancel);
        var ended = await UntilFinalAsync(id);
        var second = await ResultAsync(Post("tasks/cancel", id));

        Assert.Equal("complete", first.GetProperty("resultType").GetString());
        Assert.Equal("complete", second.GetProperty("resultType").GetString());
        Assert.Equal("cancelled", ended.GetProperty("status").GetString());
        Assert.False(ended.TryGetProperty("result", out _));
    }

    [Fact]
    public async Task Questions_AreListedWhileOpen_AndGoOnWhenAnswered()
    {
        var id = await CreateAsync("""{"use":"always","ask":true}""");
        var asking = await UntilAsync(id, "input_required");
        var question = asking.GetProperty("inputRequests").EnumerateObject().Single();
        await UpdateAsync(id, "\"nobody\":{\"action\":\"cancel\"}");
        await UpdateAsync(id, $"\"{question.Name}\":{{\"action\":\"decline\"}}");
        // Declined: the tool asks again, under a key that was never used.
        var again = await UntilAsync(id, "input_required");
        var second = again.GetProperty("inputRequests").EnumerateObject().Single();
        await UpdateAsync(id, $"\"{second.Name}\":{{\"action\":\"accept\",\"content\":{{\"name\":\"Ada\"}}}}");
        _host.Tools.Job.LetGo();
        var done = await UntilFinalAsync(id);

        Assert.Equal("elicitation/create", question.Value.GetProperty("method").GetString());
        Assert.Equal(("name", "name-2"), (question.Name, second.Name));
        Assert.Equal("done", TextOf(done.GetProperty("result")));
    }

    [Fact]
    public async Task Questions_OfACancelledTask_AreGone()
    {
        var id = await CreateAsync("""{"use":"always","ask":true}""");
        await UntilAsync(id, "input_required");
        await ResultAsync(Post("tasks/cancel", id));

        Assert.False((await UntilFinalAsync(id)).TryGetProperty("inputRequests", out _));
    }

    [Theory]
    [InlineData("tasks/get")]
    [InlineData("tasks/update")]
    [InlineData("tasks/cancel")]
    public async Task Methods_RefuseUnknownTasks_AndClientsThatKnowNone(string method)
    {
        var unknown = Raw.ModernPost(
            method, ",\"taskId\":\"0123\",\"inputResponses\":{}", name: "0123", capabilities: Declared);
        var undeclared = Raw.ModernPost(method, ",\"taskId\":\"0123\"", name: "0123");

        Assert.Equal((200, -32602), await Raw.ErrorAsync(_host.Http, unknown));
        Assert.Equal((400, -32021), await Raw.ErrorAsync(_host.Http, undeclared));
    }

    [Theory]
    [InlineData("tasks/list")]
    [InlineData("tasks/result")]
    public async Task Methods_OfTheOldExperiment_DoNotExist(string method)
    {
        var request = Raw.ModernPost(method, ",\"taskId\":\"0123\"", capabilities: Declared);

        Assert.Equal((404, -32601), await Raw.ErrorAsync(_host.Http, request));
    }

    [Fact]
    public async Task Listen_TellsEachChange_AsAWholeTask()
    {
        var id = await CreateAsync("""{"use":"always"}""");
        await using var stream = await SseMessages.OpenAsync(_host.Http, Raw.ModernPost(
            "subscriptions/listen", $",\"notifications\":{{\"taskIds\":[\"{id}\",\"nobody\"]}}",
            id: "\"l1\"", capabilities: Declared));
        var acknowledged = (await stream.NextAsync())!.Value.GetProperty("params");
        _host.Tools.Job.LetGo();
        var told = (await stream.NextAsync())!.Value;

        Assert.Equal($"[\"{id}\"]", acknowledged.GetProperty("notifications").GetProperty("taskIds").GetRawText());
        Assert.Equal("notifications/tasks", told.GetProperty("method").GetString());
        var task = told.GetProperty("params");
        Assert.Equal((id, "completed"), (task.GetProperty("taskId").GetString(), task.GetProperty("status").GetString()));
        Assert.Equal("done", TextOf(task.GetProperty("result")));
        Assert.Equal("l1", task.GetProperty("_meta").GetProperty("io.modelcontextprotocol/subscriptionId").GetString());
    }

    [Fact]
    public async Task Listen_ForTasks_NeedsTheExtension()
    {
        var request = Raw.ModernPost("subscriptions/listen", ",\"notifications\":{\"taskIds\":[\"a\"]}");

        Assert.Equal((400, -32021), await Raw.ErrorAsync(_host.Http, request));
    }

    [Fact]
    public async Task Tasks_GoWhenTheirTimeIsOver_AndRunningOnesAreCancelled()
    {
        var id = await CreateAsync("""{"use":"always"}""");
        await _host.Tools.Job.Started.Task.WaitAsync(Cancel);
        _time.Advance(TimeSpan.FromMinutes(11));
        await _host.Tools.Job.Stopped.Task.WaitAsync(Cancel);
        bool isGone;
        do
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            using var answer = await _host.Http.SendAsync(Post("tasks/get", id), Cancel);
            isGone = (await Raw.JsonAsync(answer)).TryGetProperty("error", out _);
        }
        while (!isGone);
    }

    private static HttpRequestMessage Post(string method, string id, string members = "") =>
        Raw.ModernPost(method, $",\"taskId\":\"{id}\"{members}", name: id, capabilities: Declared);

    private static string TextOf(JsonElement result) =>
        result.GetProperty("content")[0].GetProperty("text").GetString()!;

    private Task<JsonElement> GetAsync(string id) => ResultAsync(Post("tasks/get", id));

    private Task<JsonElement> UpdateAsync(string id, string answers) =>
        ResultAsync(Post("tasks/update", id, $",\"inputResponses\":{{{answers}}}"));

    private Task<JsonElement> UntilFinalAsync(string id) => UntilAsync(id, "completed", "failed", "cancelled");

    private async Task<JsonElement> UntilAsync(string id, params string[] statuses)
    {
        while (true)
        {
            var task = await GetAsync(id);
            if (statuses.Contains(task.GetProperty("status").GetString()))
                return task;
        }
    }

    private async Task<string> CreateAsync(string arguments) =>
        (await CallAsync(arguments)).GetProperty("taskId").GetString()!;

    private Task<JsonElement> CallAsync(string arguments, string capabilities = Declared) => ResultAsync(
        Raw.ModernPost("tools/call", $",\"name\":\"job\",\"arguments\":{arguments}", name: "job", capabilities: capabilities));

    private async Task<JsonElement> ResultAsync(HttpRequestMessage request)
    {
        using var answer = await _host.Http.SendAsync(request, Cancel);
        var json = await Raw.JsonAsync(answer);
        Assert.True(json.TryGetProperty("result", out var result), json.GetRawText());
        return result;
    }
}
