using System.Net;
using System.Net.Sockets;

namespace Chartcast.SystemTests.Processes;

/// <summary>A wire to a server that a test can cut, and mend.</summary>
public sealed class CutWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private readonly HashSet<TcpClient> _open = [];
    private readonly int _serverPort;
    private readonly Task _accepting;
    private bool _isCut;

    public CutWire(Uri server)
    {
        _serverPort = server.Port;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    /// <summary>The near end.</summary>
    public Uri Address { get; }

    /// <summary>Ends all connections; new ones end at once until it is mended.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            _isCut = true;
            foreach (TcpClient client in _open) client.Close();
            _open.Clear();
        }
    }

    public void Mend()
    {
        lock (_gate) _isCut = false;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Cut();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // The end.
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using TcpClient far = new();
        using (near)
        {
            try
            {
                if (!Keep(near)) return;
                await far.ConnectAsync(IPAddress.Loopback, _serverPort, _end.Token);
                if (!Keep(far)) return;
                await Task.WhenAny(
                    near.GetStream().CopyToAsync(far.GetStream(), _end.Token),
                    far.GetStream().CopyToAsync(near.GetStream(), _end.Token));
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException
                or ObjectDisposedException or InvalidOperationException)
            {
                // Cut.
            }
            finally
            {
                lock (_gate)
                {
                    _open.Remove(near);
                    _open.Remove(far);
                }
            }
        }
    }

    private bool Keep(TcpClient client)
    {
        lock (_gate) return !_isCut && _open.Add(client);
    }
}
