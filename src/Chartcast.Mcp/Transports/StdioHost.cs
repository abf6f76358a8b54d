using Chartcast.Mcp.Dispatch;
using Microsoft.Extensions.Logging;

namespace Chartcast.Mcp.Transports;

/// <summary>Serves one client over a pair of pipes: one JSON-RPC message a line.</summary>
public static class StdioHost
{
    /// <summary>Serves until the input ends or <paramref name="cancellationToken"/> fires.</summary>
    /// <param name="definition">What to serve.</param>
    /// <param name="input">Where the client writes.</param>
    /// <param name="output">Where the client reads; nothing but messages is written to it.</param>
    /// <param name="loggerFactory">Where logs go; never to <paramref name="output"/>.</param>
    /// <param name="cancellationToken">Stops serving.</param>
    /// <returns>The exit code: 0 when the client ended it or serving was stopped.</returns>
    public static Task<int> RunAsync(
        McpServerDefinition definition,
        Stream input,
        Stream output,
        ILoggerFactory loggerFactory,
        CancellationToken cancellationToken) =>
        throw new NotSupportedException("Serving over pipes follows with the transports.");
}
