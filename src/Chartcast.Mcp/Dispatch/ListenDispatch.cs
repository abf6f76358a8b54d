using System.Text.Json;
using System.Text.Json.Nodes;
using Chartcast.Mcp.Security;
using Chartcast.Mcp.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chartcast.Mcp.Dispatch;

/// <summary>
/// Serves <c>subscriptions/listen</c>: says what it grants, then tells just that, until the client leaves, its token
/// expires or the server stops (MCP 2026-07-28, "Subscriptions").
/// </summary>
internal sealed class ListenDispatch(
    McpServerDefinition definition, TaskExtension tasks, TimeProvider time, CancellationToken stopping)
{
    public async ValueTask<EmptyResult> ListenAsync(
        RequestContext<SubscriptionsListenRequestParams> context, CancellationToken cancellationToken)
    {
        var granted = await GrantAsync(context, cancellationToken);
        var acknowledged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // Watches before it promises: what changes in between is told after the acknowledgement.
        await using var notifier = new ChangeNotifier(
            definition.Changes, granted, async notification =>
            {
                await acknowledged.Task.WaitAsync(cancellationToken);
                await context.Server.SendMessageAsync(notification, cancellationToken);
            },
            time);
        await context.Server.SendMessageAsync(granted.Acknowledgement(), cancellationToken);
        acknowledged.TrySetResult();

        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var lease = new StreamLease(CallOrigin.Of(context.JsonRpcRequest).Caller, time, stopping);
        await using var stop = lease.Ended.Register(() => ended.TrySetResult());
        await using var leave = cancellationToken.Register(() => ended.TrySetCanceled(cancellationToken));
        await ended.Task;
        return new EmptyResult { Meta = granted.Tag() };
    }

    private async ValueTask<Granted> GrantAsync(
        RequestContext<SubscriptionsListenRequestParams> context, CancellationToken cancellationToken)
    {
        var wished = context.Params?.Notifications;
        var origin = CallOrigin.Of(context.JsonRpcRequest);
        var lists = (wished?.ToolsListChanged is true ? ChangingLists.Tools : 0)
            | (wished?.PromptsListChanged is true ? ChangingLists.Prompts : 0)
            | (wished?.ResourcesListChanged is true ? ChangingLists.Resources : 0);
        var resources = new HashSet<string>(StringComparer.Ordinal);
        foreach (var uri in wished?.ResourceSubscriptions ?? [])
        {
            if (definition.Resources is { } source
                && await source.ExistsAsync(uri, ResourceCaller.Of(origin), cancellationToken))
                resources.Add(uri);
        }

        var taskIds = TaskIds(origin.Params);
        if (taskIds.Count > 0 && !TaskExtension.IsDeclared(context.Server.ClientCapabilities))
            throw TaskExtension.Undeclared();
        return new Granted(
            origin.WireId ?? context.JsonRpcRequest.Id,
            lists & definition.Changes.Lists,
            resources,
            [.. taskIds.Where(id => tasks.Describe(id, origin.Subject) is not null)],
            taskId => tasks.Describe(taskId, origin.Subject));
    }

    private List<string> TaskIds(JsonElement parameters)
    {
        if (!parameters.TryGetProperty("notifications"u8, out var wished)
            || wished.ValueKind != JsonValueKind.Object
            || !wished.TryGetProperty("taskIds"u8, out var ids))
            return [];
        if (ids.ValueKind != JsonValueKind.Array
            || ids.GetArrayLength() > definition.Limits.MaxSubscriptions
            || ids.EnumerateArray().Any(id => id.ValueKind != JsonValueKind.String))
            throw new McpProtocolException(
                "params.notifications.taskIds must be an array of at most "
                + $"{definition.Limits.MaxSubscriptions} strings.",
                McpErrorCode.InvalidParams);
        return [.. ids.EnumerateArray().Select(id => id.GetString()!)];
    }

    /// <summary>What one listening client gets.</summary>
    private sealed class Granted(
        RequestId id,
        ChangingLists lists,
        HashSet<string> resources,
        HashSet<string> taskIds,
        Func<string, JsonObject?> describeTask) : ChangeFilter
    {
        public override ChangingLists Lists => lists;

        public override bool WantsResource(string uri) => resources.Contains(uri);

        public override bool WantsTask(string taskId) => taskIds.Contains(taskId);

        public override JsonObject? DescribeTask(string taskId) => describeTask(taskId);

        public override JsonObject Tag() => new()
        {
            [MetaKeys.SubscriptionId] =
                id.Id is long number ? JsonValue.Create(number) : JsonValue.Create(id.ToString()),
        };

        public JsonRpcNotification Acknowledgement()
        {
            var granted = new JsonObject();
            AddList(granted, ChangingLists.Tools, "toolsListChanged");
            AddList(granted, ChangingLists.Prompts, "promptsListChanged");
            AddList(granted, ChangingLists.Resources, "resourcesListChanged");
            AddNames(granted, "resourceSubscriptions", resources);
            AddNames(granted, "taskIds", taskIds);
            return new JsonRpcNotification
            {
                Method = NotificationMethods.SubscriptionsAcknowledgedNotification,
                Params = new JsonObject { ["notifications"] = granted, ["_meta"] = Tag() },
            };
        }

        private void AddList(JsonObject granted, ChangingLists list, string name)
        {
            if (lists.HasFlag(list))
                granted[name] = true;
        }

        private static void AddNames(JsonObject granted, string name, HashSet<string> values)
        {
            if (values.Count > 0)
                granted[name] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        }
    }
}
