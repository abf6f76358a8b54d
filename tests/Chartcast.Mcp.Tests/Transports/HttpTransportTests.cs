using Chartcast.Mcp.Tests.Fixtures;
using ModelContextProtocol.Client;

namespace Chartcast.Mcp.Tests.Transports;

public abstract class HttpTransportContract : TransportContract
{
    private TestHost _host = null!;

    private protected override string TransportName => "http";

    private protected override async Task<McpClient> ConnectAsync()
    {
        _host = await TestHost.StartAsync();
        Tools = _host.Tools;
        var options = new HttpClientTransportOptions
        {
            Endpoint = new Uri("http://localhost:3001/mcp"),
            TransportMode = HttpTransportMode.StreamableHttp,
        };
        return await McpClient.CreateAsync(
            new HttpClientTransport(options, _host.Http), Options, cancellationToken: Cancel);
    }

    private protected override ValueTask DisconnectAsync() => _host.DisposeAsync();
}

public sealed class ModernHttpTransportTests : HttpTransportContract
{
    private protected override string Revision => "2026-07-28";

    // Closing the response stream is the cancellation.
    private protected override async Task CancelHangAsync(McpClient client)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var call = client.CallToolAsync("hang", cancellationToken: cancel.Token).AsTask();
        await Tools.Hang.Started.Task.WaitAsync(Cancel);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => call);
    }
}

public sealed class November2025HttpTransportTests : HttpTransportContract
{
    private protected override string Revision => "2025-11-25";
}

public sealed class June2025HttpTransportTests : HttpTransportContract
{
    private protected override string Revision => "2025-06-18";
}

public sealed class March2025HttpTransportTests : HttpTransportContract
{
    private protected override string Revision => "2025-03-26";
}
