namespace Chartcast.Mcp.Dispatch;

/// <summary>
/// A call whose connection may close before its answer, because the client comes back for it (MCP 2025-11-25,
/// "Sending Messages to the Server", SEP-1699).
/// </summary>
public interface IPollable
{
    /// <summary>
    /// Closes the connection the client waits on, after what has been sent so far; what is sent from then on waits for
    /// the client to come back.
    /// </summary>
    /// <param name="retry">When the client should come back, in whole milliseconds.</param>
    /// <returns>Completes when the connection is closed, at once when there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retry"/> is negative.</exception>
    Task LeaveConnectionAsync(TimeSpan retry);
}
