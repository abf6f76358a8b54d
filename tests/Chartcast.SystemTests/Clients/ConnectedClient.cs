using Chartcast.SystemTests.Processes;
using ModelContextProtocol.Client;

namespace Chartcast.SystemTests.Clients;

/// <summary>The official C# client and the server it talks to, ended together.</summary>
public sealed class ConnectedClient : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly ScratchFolder _state;
    private readonly ServerProcess? _server;

    private ConnectedClient(McpClient client, ScratchFolder state, ServerProcess? server)
    {
        Client = client;
        _state = state;
        _server = server;
    }

    public McpClient Client { get; }

    /// <summary>Over standard input and output of a server of its own.</summary>
    /// <param name="revision">The revision to speak; null for the newest that both know.</param>
    public static async Task<ConnectedClient> OverStdioAsync(string? revision)
    {
        var state = new ScratchFolder();
        var transport = new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Checkout.Program, "stdio", "--state", state.Path],
            Name = "chartcast",
        });
        return new ConnectedClient(await ConnectAsync(transport, revision), state, null);
    }

    /// <summary>Over HTTP.</summary>
    /// <param name="path">The endpoint's path.</param>
    /// <param name="mode">How to speak there.</param>
    /// <param name="revision">The revision to speak; null for the newest that both know.</param>
    public static async Task<ConnectedClient> OverHttpAsync(string path, HttpTransportMode mode, string? revision)
    {
        var state = new ScratchFolder();
        ServerProcess server = await ServerProcess.StartAsync(state.Path);
        var transport = new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(server.Address, path),
            TransportMode = mode,
            ConnectionTimeout = StartLimit,
        });
        return new ConnectedClient(await ConnectAsync(transport, revision), state, server);
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        _state.Dispose();
    }

    private static Task<McpClient> ConnectAsync(IClientTransport transport, string? revision) => McpClient.CreateAsync(
        transport,
        // The client's own limits take a server that a busy machine starts slowly for one of an older revision.
        new McpClientOptions
        {
            ProtocolVersion = revision,
            DiscoverProbeTimeout = StartLimit,
            InitializationTimeout = StartLimit,
        });
}
