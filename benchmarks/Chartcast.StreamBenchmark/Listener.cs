using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Chartcast.StreamBenchmark;

/// <summary>One client of the event stream on a plain socket.</summary>
internal sealed class Listener : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _length;
    private int _received;
    private long _firstSequence = -1;
    private long _lastSequence;

    /// <summary>How many events came.</summary>
    public int Received => Volatile.Read(ref _received);

    /// <summary>The sequence its stream began after, from the id of the <c>connection</c> event.</summary>
    public long FirstSequence => Volatile.Read(ref _firstSequence);

    /// <summary>The sequence of the last event; what lies between was due here, as there are no holes.</summary>
    public long LastSequence => Volatile.Read(ref _lastSequence);

    /// <summary>Ends when the <c>connection</c> event is there.</summary>
    public Task Connected => _connected.Task;

    /// <summary>Reads until the connection ends.</summary>
    /// <param name="address">The server.</param>
    /// <param name="clientId">The id of this client.</param>
    /// <param name="delays">Gets the time from publishing to here in ticks, where events carry their time.</param>
    public async Task RunAsync(Uri address, string clientId, ConcurrentBag<long> delays)
    {
        try
        {
            await _socket.ConnectAsync(address.Host, address.Port);
            // HTTP/1.0: the bytes come as they are, without chunks around them.
            string request = string.Create(
                CultureInfo.InvariantCulture,
                $"GET /mcp/events/{clientId} HTTP/1.0\r\nHost: {address.Authority}\r\n"
                + $"Accept: text/event-stream\r\n\r\n");
            await _socket.SendAsync(Encoding.ASCII.GetBytes(request));
            while (true)
            {
                int read = await _socket.ReceiveAsync(_buffer.AsMemory(_length));
                if (read == 0) break;
                _length += read;
                TakeLines(Stopwatch.GetTimestamp(), delays);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            _connected.TrySetException(exception);
        }
    }

    public void Dispose() => _socket.Dispose();

    private void TakeLines(long now, ConcurrentBag<long> delays)
    {
        Span<byte> rest = _buffer.AsSpan(0, _length);
        while (rest.IndexOf((byte)'\n') is >= 0 and var end)
        {
            Take(rest[..end], now, delays);
            rest = rest[(end + 1)..];
        }

        rest.CopyTo(_buffer);
        _length = rest.Length;
    }

    private void Take(ReadOnlySpan<byte> line, long now, ConcurrentBag<long> delays)
    {
        if (line.StartsWith("id: "u8)) TakeId(line);
        if (line.StartsWith("event: connection"u8)) _connected.TrySetResult();
        if (!line.StartsWith("data: {\"type\":\"chart_progress\""u8)) return;
        ReadOnlySpan<byte> message = "\"message\":\"t"u8;
        int at = line.IndexOf(message);
        if (at >= 0 && Utf8Parser.TryParse(line[(at + message.Length)..], out long published, out _))
            delays.Add(now - published);
        Interlocked.Increment(ref _received);
    }

    // An id is the epoch, a hyphen and the sequence.
    private void TakeId(ReadOnlySpan<byte> line)
    {
        if (!Utf8Parser.TryParse(line[(line.LastIndexOf((byte)'-') + 1)..], out long sequence, out _)) return;
        if (_firstSequence < 0) Volatile.Write(ref _firstSequence, sequence);
        Volatile.Write(ref _lastSequence, sequence);
    }
}
