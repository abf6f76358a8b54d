using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chartcast.Mcp.Dispatch;

/// <summary>Ties the SDK's handling of a request to the transport that brought it.</summary>
internal static class RequestWatch
{
    /// <summary>
    /// An incoming filter: cancels the handler with the transport, and tells it when the handler ended.
    /// </summary>
    public static McpMessageHandler Filter(McpMessageHandler next) => async (context, cancellationToken) =>
    {
        if (context.JsonRpcMessage is not JsonRpcRequest { Context.RelatedTransport: IRequestObserver observer })
        {
            await next(context, cancellationToken);
            return;
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, observer.Cancelled);
        try
        {
            await next(context, ends.Token);
        }
        finally
        {
            observer.OnHandled();
        }
    };
}

/// <summary>A request's own transport, which cancels it and counts it.</summary>
internal interface IRequestObserver
{
    /// <summary>Fires when the caller cancelled the request.</summary>
    CancellationToken Cancelled { get; }

    /// <summary>
    /// Called once when the handler has ended. Its answer has been sent by then, unless it is an error or not due.
    /// </summary>
    void OnHandled();
}
