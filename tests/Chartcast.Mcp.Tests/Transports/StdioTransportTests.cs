using System.IO.Pipelines;
using Chartcast.Mcp.Tests.Fixtures;
using Chartcast.Mcp.Transports;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Transports;

public abstract class StdioTransportContract : TransportContract
{
    private readonly Pipe _toServer = new();
    private readonly Pipe _toClient = new();
    private Task<int> _serving = null!;

    private protected override string TransportName => "stdio";

    private protected override async Task<McpClient> ConnectAsync()
    {
        Tools = new Tools();
        _serving = StdioHost.RunAsync(
            Tools.Definition(), _toServer.Reader.AsStream(), _toClient.Writer.AsStream(),
            NullLoggerFactory.Instance, Cancel);
        var transport = new StreamClientTransport(
            _toServer.Writer.AsStream(), _toClient.Reader.AsStream(), NullLoggerFactory.Instance);
        return await McpClient.CreateAsync(transport, Options, cancellationToken: Cancel);
    }

    private protected override async ValueTask DisconnectAsync()
    {
        await _toServer.Writer.CompleteAsync();
        Assert.Equal(0, await _serving.WaitAsync(Cancel));
    }
}

public sealed class ModernStdioTransportTests : StdioTransportContract
{
    private protected override string Revision => "2026-07-28";
}

public sealed class November2025StdioTransportTests : StdioTransportContract
{
    private protected override string Revision => "2025-11-25";
}

public sealed class November2024StdioTransportTests : StdioTransportContract
{
    private protected override string Revision => "2024-11-05";
}
