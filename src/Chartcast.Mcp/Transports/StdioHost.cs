using System.IO.Pipelines;
using System.Text;
using Chartcast.Mcp.Dispatch;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Transports;

/// <summary>Serves one client over a pair of pipes: one JSON-RPC message a line, in any revision.</summary>
public static class StdioHost
{
    private const string Greeting =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","""
        + """ "capabilities":{},"clientInfo":{"name":"","version":""}}}""";

    /// <summary>Begins to load what answering takes, beside whatever the caller does next; returns at once.</summary>
    /// <remarks>
    /// A process that has just started spends most of its time on the types and serializers of the first messages. A
    /// server in memory, which nobody sees, goes through them on another processor while settings are read. With one
    /// processor nothing is won and little lost.
    /// </remarks>
    public static void Prepare() => _ = Task.Run(GreetItselfAsync);

    /// <summary>
    /// Serves until the input ends, the client stops reading, or <paramref name="cancellationToken"/> fires.
    /// </summary>
    /// <param name="definition">What to serve.</param>
    /// <param name="input">Where the client writes.</param>
    /// <param name="output">Where the client reads; nothing but messages is written to it.</param>
    /// <param name="loggerFactory">Where logs go; never to <paramref name="output"/>.</param>
    /// <param name="cancellationToken">Stops serving at once.</param>
    /// <returns>The exit code: 0 when the client ended it or serving was stopped.</returns>
    /// <remarks>
    /// Requests still running when the input ends have <see cref="McpLimits.PipeGraceTime"/> to answer, so that a
    /// script can pipe a request in and read the answer.
    /// </remarks>
    public static async Task<int> RunAsync(
        McpServerDefinition definition,
        Stream input,
        Stream output,
        ILoggerFactory loggerFactory,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        using var inputEnded = new CancellationTokenSource();
        await using var factory = new McpServerFactory(
            definition, loggerFactory, TimeProvider.System, inputEnded.Token);
        var transport = new PipeTransport(factory, output);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, transport.Closed);

        var server = factory.CreateForSession(transport.Transport);
        var running = server.RunAsync(stop.Token);
        // Off this thread: a read of a console blocks and cannot be cancelled.
        var reading = Task.Run(
            () => ReadAllAsync(definition.Limits, input, transport, stop.Token), CancellationToken.None);
        try
        {
            await reading.WaitAsync(stop.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // Stopped, or the input broke; both are the end of serving.
        }

        await transport.DisposeAsync();
        await inputEnded.CancelAsync();
        stop.CancelAfter(definition.Limits.PipeGraceTime);
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await server.DisposeAsync();
        return 0;
    }

    private static async Task GreetItselfAsync()
    {
        var nothing = new McpServerDefinition
        {
            ServerInfo = new Implementation { Name = "", Version = "" },
            Instructions = "",
            Tools = new ToolCatalog([]),
        };
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(Greeting));
        await RunAsync(nothing, input, Stream.Null, NullLoggerFactory.Instance, CancellationToken.None);
    }

    private static async Task ReadAllAsync(
        McpLimits limits, Stream input, PipeTransport transport, CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 16 * 1024, leaveOpen: true));
        var lines = new LineReader(reader, limits.MaxLineBytes);
        while (await lines.ReadAsync(cancellationToken) is { } line)
            await transport.ReceiveAsync(line, cancellationToken);
    }
}
