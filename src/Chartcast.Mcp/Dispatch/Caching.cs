using Chartcast.Mcp.Revisions;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chartcast.Mcp.Dispatch;

/// <summary>How long and for whom a result may be kept; fields that only the modern revision knows.</summary>
internal static class Caching
{
    /// <summary>How long clients may keep what does not change while the process lives.</summary>
    public static readonly TimeSpan FixedLifetime = TimeSpan.FromMinutes(5);

    public static T Mark<T>(T result, McpServer server, TimeSpan timeToLive, CacheScope scope)
        where T : ICacheableResult
    {
        if (!RevisionRules.IsModernDate(server.NegotiatedProtocolVersion))
            return result;
        result.TimeToLive = timeToLive;
        result.CacheScope = scope;
        return result;
    }
}
