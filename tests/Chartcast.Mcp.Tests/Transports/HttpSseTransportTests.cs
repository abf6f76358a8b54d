using Chartcast.Mcp.Tests.Fixtures;
using ModelContextProtocol.Client;

namespace Chartcast.Mcp.Tests.Transports;

public abstract class HttpSseTransportContract : TransportContract
{
    private TestHost _host = null!;

    private protected override string TransportName => "sse";

    private protected override async Task<McpClient> ConnectAsync()
    {
        _host = await TestHost.StartAsync();
        Tools = _host.Tools;
        var options = new HttpClientTransportOptions
        {
            Endpoint = new Uri("http://localhost:3001/sse"),
            TransportMode = HttpTransportMode.Sse,
        };
        return await McpClient.CreateAsync(
            new HttpClientTransport(options, _host.Http), Options, cancellationToken: Cancel);
    }

    private protected override ValueTask DisconnectAsync() => _host.DisposeAsync();
}

public sealed class November2024HttpSseTransportTests : HttpSseTransportContract
{
    private protected override string Revision => "2024-11-05";
}

public sealed class March2025HttpSseTransportTests : HttpSseTransportContract
{
    private protected override string Revision => "2025-03-26";
}

public sealed class November2025HttpSseTransportTests : HttpSseTransportContract
{
    private protected override string Revision => "2025-11-25";
}
