using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chartcast.Mcp.Dispatch;

/// <summary>
/// Serves <c>subscriptions/listen</c>. The lists of this server never change while it runs, so nothing is granted; the
/// stream stays open, as the revision wants it, until the client leaves or the server stops.
/// </summary>
internal sealed class ListenDispatch(CancellationToken stopping)
{
    public async ValueTask<EmptyResult> ListenAsync(
        RequestContext<SubscriptionsListenRequestParams> context, CancellationToken cancellationToken)
    {
        var id = context.JsonRpcRequest.Id;
        var acknowledgement = new JsonRpcNotification
        {
            Method = NotificationMethods.SubscriptionsAcknowledgedNotification,
            Params = new JsonObject { ["notifications"] = new JsonObject(), ["_meta"] = Tag(id) },
        };
        await context.Server.SendMessageAsync(acknowledgement, cancellationToken);

        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stop = stopping.Register(() => ended.TrySetResult());
        await using var leave = cancellationToken.Register(() => ended.TrySetCanceled(cancellationToken));
        await ended.Task;
        return new EmptyResult { Meta = Tag(id) };
    }

    private static JsonObject Tag(RequestId id) => new()
    {
        [MetaKeys.SubscriptionId] = id.Id is long number ? JsonValue.Create(number) : JsonValue.Create(id.ToString()),
    };
}
