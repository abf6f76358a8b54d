using System.Collections.Frozen;
using Chartcast.Mcp.Security;
using Chartcast.Mcp.Tasks;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Dispatch;

/// <summary>What messages need of their sender. A method that is not listed here needs all there is.</summary>
internal static class MethodAccess
{
    private static readonly FrozenSet<string> Looking = FrozenSet.Create(
        StringComparer.Ordinal,
        RequestMethods.Initialize,
        RequestMethods.Ping,
        RequestMethods.ServerDiscover,
        RequestMethods.ToolsList,
        RequestMethods.PromptsList,
        RequestMethods.PromptsGet,
        RequestMethods.ResourcesList,
        RequestMethods.ResourcesTemplatesList,
        RequestMethods.ResourcesRead,
        // What follows lives and dies with the sender's own session or stream.
        RequestMethods.ResourcesSubscribe,
        RequestMethods.ResourcesUnsubscribe,
        RequestMethods.SubscriptionsListen,
        RequestMethods.LoggingSetLevel,
        RequestMethods.CompletionComplete,
        TaskMethods.Get,
        NotificationMethods.InitializedNotification,
        NotificationMethods.CancelledNotification,
        NotificationMethods.ProgressNotification,
        NotificationMethods.RootsListChangedNotification);

    /// <summary>What a sender needs for all of these messages at once.</summary>
    public static Access NeededBy(IReadOnlyList<IncomingMessage> messages, ToolCatalog tools)
    {
        var needed = Access.Read;
        foreach (var message in messages)
        {
            var own = NeededBy(message, tools);
            needed = own > needed ? own : needed;
        }

        return needed;
    }

    private static Access NeededBy(IncomingMessage message, ToolCatalog tools) => message.Method switch
    {
        // An answer to a question that this server asked while it served the sender.
        null => Access.Read,
        // A tool that is not there does nothing but say so.
        RequestMethods.ToolsCall => tools.TryFind(message.Text("name") ?? string.Empty, out var tool)
            ? tool.RequiredAccess
            : Access.Read,
        var method => Looking.Contains(method) ? Access.Read : Access.Write,
    };
}
