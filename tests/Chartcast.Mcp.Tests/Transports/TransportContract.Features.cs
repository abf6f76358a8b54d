using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Transports;

// Prompts, completion, questions, log messages and subscriptions over every transport.
public abstract partial class TransportContract
{
    private protected Func<ElicitRequestParams, ElicitResult> Answer { get; private set; } =
        static _ => new ElicitResult { Action = "cancel" };

    [Fact]
    public async Task Prompts_AreListedAndMade()
    {
        var prompt = Assert.Single(await Client.ListPromptsAsync(cancellationToken: Cancel));
        var made = await Client.GetPromptAsync(
            "greet", new Dictionary<string, object?> { ["name"] = "Ada" }, cancellationToken: Cancel);

        Assert.Equal(("greet", "Greet"), (prompt.Name, prompt.Title));
        Assert.Equal([true, false], prompt.ProtocolPrompt.Arguments!.Select(argument => argument.Required ?? false));
        var text = Assert.IsType<TextContentBlock>(Assert.Single(made.Messages).Content).Text;
        Assert.Equal("Greet Ada, plainly.", text);
    }

    [Theory]
    [InlineData("great", "name", "did you mean 'greet'?")]
    [InlineData("greet", "tone", "params.arguments.name is required")]
    [InlineData("greet", "nam", "the prompt takes name, tone")]
    public async Task Prompts_RefuseWhatIsWrong_ByName(string prompt, string argument, string hint)
    {
        var exception = await Assert.ThrowsAsync<McpProtocolException>(async () => await Client.GetPromptAsync(
            prompt, new Dictionary<string, object?> { [argument] = "x" }, cancellationToken: Cancel));

        Assert.Equal(McpErrorCode.InvalidParams, exception.ErrorCode);
        Assert.Contains(hint, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complete_GivesAHundredAtMost_AndSaysHowManyThereAre()
    {
        var all = await CompleteAsync("name", "n");
        var few = await CompleteAsync("name", "n14");

        Assert.Equal((100, 150, true), (all.Values.Count, all.Total, all.HasMore));
        Assert.Equal((10, 10, false), (few.Values.Count, few.Total, few.HasMore));
    }

    [Fact]
    public async Task Complete_KnowsTemplates_AndRefusesWhatNobodyKnows()
    {
        var ids = await Client.CompleteAsync(
            new ResourceTemplateReference { Uri = "note://{id}" }, "id", "", cancellationToken: Cancel);
        var exception = await Assert.ThrowsAsync<McpProtocolException>(() => CompleteAsync("nobody", "n"));

        Assert.Equal(["1", "2"], ids.Completion.Values);
        Assert.Equal(McpErrorCode.InvalidParams, exception.ErrorCode);
    }

    [Fact]
    public async Task Ask_ReachesThePerson_AndComesBackUntilItFits()
    {
        var asked = new List<string>();
        Answer = request =>
        {
            asked.Add(request.Message);
            var color = asked.Count == 1 ? "plaid" : "green";
            return Accept($$"""{"color":"{{color}}"}""");
        };

        var result = await CallAsync("ask", new() { ["item"] = "the ball" });

        Assert.Equal(
            "the ball is green, round 2",
            Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
        Assert.Equal(["Which colour?", "Which colour?"], asked);
    }

    [Theory]
    [InlineData("decline")]
    [InlineData("cancel")]
    public async Task Ask_TakesNoForAnAnswer(string action)
    {
        Answer = _ => new ElicitResult { Action = action };

        var result = await CallAsync("ask", new() { ["item"] = "the ball" });

        Assert.Equal("declined", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }

    [Fact]
    public async Task Log_ReachesTheCaller_AtItsLevelAndAbove()
    {
        var heard = Channel.CreateUnbounded<string>();
        await using var registration = Client.RegisterNotificationHandler(
            NotificationMethods.LoggingMessageNotification,
            (notification, cancel) => heard.Writer.WriteAsync((string)notification.Params!["data"]!, cancel));

        if (IsModern)
        {
            // This client sends no level, and without one nothing may come; CallLogTests has the levels.
            await CallAsync("log", []);
            Assert.False(heard.Reader.TryRead(out _));
            return;
        }

        await Client.SetLoggingLevelAsync(LoggingLevel.Error, cancellationToken: Cancel);
        await CallAsync("log", []);
        await Client.SetLoggingLevelAsync(LoggingLevel.Info, cancellationToken: Cancel);
        await CallAsync("log", []);

        var texts = new List<string>();
        while (texts.Count < 3)
            texts.Add(await heard.Reader.ReadAsync(Cancel));
        Assert.Equal(["large", "large", "middle"], texts.Order());
    }

    [Fact]
    public async Task Watch_TellsOfUpdatesAndChangedLists_OfThoseAlone()
    {
        var heard = Channel.CreateUnbounded<string>();
        await using var updates = Client.RegisterNotificationHandler(
            NotificationMethods.ResourceUpdatedNotification,
            (notification, cancel) => heard.Writer.WriteAsync((string)notification.Params!["uri"]!, cancel));
        await using var lists = Client.RegisterNotificationHandler(
            NotificationMethods.ResourceListChangedNotification,
            (_, cancel) => heard.Writer.WriteAsync("list", cancel));

        await using var watching = await WatchAsync("note://1");
        Tools.Changes.ResourcesUpdated(["note://2", "note://1"]);
        Assert.Equal("note://1", await heard.Reader.ReadAsync(Cancel));
        Tools.Changes.ListChanged(ChangingLists.Resources | ChangingLists.Tools);
        Assert.Equal("list", await heard.Reader.ReadAsync(Cancel));
    }

    [Fact]
    public async Task Watch_EndsWhenItIsGivenUp()
    {
        var heard = Channel.CreateUnbounded<string>();
        await using var updates = Client.RegisterNotificationHandler(
            NotificationMethods.ResourceUpdatedNotification,
            (notification, cancel) => heard.Writer.WriteAsync((string)notification.Params!["uri"]!, cancel));

        await (await WatchAsync("note://1")).DisposeAsync();
        await using var other = await WatchAsync("note://2");
        // The end of a watch takes a moment to arrive on some transports.
        bool isGivenUp;
        do
        {
            isGivenUp = true;
            Tools.Changes.ResourcesUpdated(["note://1", "note://2"]);
            while (await heard.Reader.ReadAsync(Cancel) != "note://2")
                isGivenUp = false;
        }
        while (!isGivenUp);
    }

    [Fact]
    public async Task Call_RefusesAResultThatBreaksThePromiseOfItsTool()
    {
        var result = await CallAsync("liar", []);

        Assert.True(result.IsError);
        Assert.Null(result.StructuredContent);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.Matches("^liar failed unexpectedly \\(error [0-9a-f]{12}\\)\\.$", text);
    }

    /// <summary>Watches a resource and the list of resources as the revision has it.</summary>
    private async Task<IAsyncDisposable> WatchAsync(string uri)
    {
        if (!IsModern)
        {
            await Client.SubscribeToResourceAsync(uri, cancellationToken: Cancel);
            return new Watch(() => Client.UnsubscribeFromResourceAsync(uri, cancellationToken: Cancel));
        }

        var granted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var acknowledged = Client.RegisterNotificationHandler(
            NotificationMethods.SubscriptionsAcknowledgedNotification,
            (notification, _) =>
            {
                Assert.Equal(uri, (string)notification.Params!["notifications"]!["resourceSubscriptions"]![0]!);
                granted.TrySetResult();
                return ValueTask.CompletedTask;
            });
        var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var listening = Client.SendRequestAsync(
            new JsonRpcRequest
            {
                Method = RequestMethods.SubscriptionsListen,
                Params = new JsonObject
                {
                    ["notifications"] = new JsonObject
                    {
                        ["resourcesListChanged"] = true,
                        ["toolsListChanged"] = true,
                        ["resourceSubscriptions"] = new JsonArray(uri, "note://nowhere"),
                    },
                },
            },
            leave.Token);
        await granted.Task.WaitAsync(Cancel);
        return new Watch(async () =>
        {
            await leave.CancelAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => listening);
            leave.Dispose();
        });
    }

    private static ElicitResult Accept(string content) => new()
    {
        Action = "accept",
        Content = JsonElement.Parse(content).EnumerateObject().ToDictionary(
            member => member.Name, member => member.Value.Clone()),
    };

    private async Task<Completion> CompleteAsync(string argument, string value)
    {
        var result = await Client.CompleteAsync(
            new PromptReference { Name = "greet" }, argument, value, cancellationToken: Cancel);
        return result.Completion;
    }

    private sealed class Watch(Func<Task> end) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await end();
    }
}
