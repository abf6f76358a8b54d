using Chartcast.Mcp.Revisions;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chartcast.Mcp.Dispatch;

/// <summary>Lists and reads resources for the SDK.</summary>
internal sealed partial class ResourceDispatch(IResourceSource source, ILogger logger)
{
    public ValueTask<ListResourcesResult> ListAsync(
        RequestContext<ListResourcesRequestParams> context, CancellationToken cancellationToken) =>
        GuardAsync(async () =>
        {
            var page = await source.ListAsync(
                context.Params?.Cursor, ResourceCaller.Of(context), cancellationToken);
            return Caching.Mark(new ListResourcesResult
            {
                Resources = [.. page.Resources],
                NextCursor = page.NextCursor,
            }, context.Server, TimeSpan.Zero, CacheScope.Private);
        }, cancellationToken);

    public ValueTask<ListResourceTemplatesResult> ListTemplatesAsync(
        RequestContext<ListResourceTemplatesRequestParams> context, CancellationToken cancellationToken)
    {
        Cursors.RequireNone(context.Params?.Cursor);
        return ValueTask.FromResult(Caching.Mark(new ListResourceTemplatesResult
        {
            ResourceTemplates = [.. source.Templates],
        }, context.Server, Caching.FixedLifetime, CacheScope.Public));
    }

    public ValueTask<ReadResourceResult> ReadAsync(
        RequestContext<ReadResourceRequestParams> context, CancellationToken cancellationToken) =>
        GuardAsync(async () =>
        {
            var uri = context.Params!.Uri;
            var contents = await source.ReadAsync(uri, ResourceCaller.Of(context), cancellationToken);
            if (contents is not { Count: > 0 })
                throw Unknown(uri, context.Server.NegotiatedProtocolVersion);
            return Caching.Mark(new ReadResourceResult
            {
                Contents = [.. contents],
            }, context.Server, TimeSpan.Zero, CacheScope.Private);
        }, cancellationToken);

    /// <summary>The error that a resource does not exist.</summary>
    public static McpProtocolException Unknown(string uri, string? date)
    {
        // SEP-2164: -32602 since 2026-07-28, -32002 before it.
        var code = RevisionRules.IsModernDate(date) ? McpErrorCode.InvalidParams : McpErrorCode.ResourceNotFound;
        var exception = new McpProtocolException($"There is no resource {FaultText.Quoted(uri)}.", code);
        exception.Data["uri"] = uri;
        return exception;
    }

    private async ValueTask<T> GuardAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (
            exception is not McpProtocolException
            && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            var errorId = Guid.NewGuid().ToString("N")[..12];
            LogSourceFailed(exception, errorId);
            throw new McpProtocolException(
                $"Reading failed unexpectedly (error {errorId}).", McpErrorCode.InternalError);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The resource source failed unexpectedly; error {ErrorId}")]
    private partial void LogSourceFailed(Exception exception, string errorId);
}
