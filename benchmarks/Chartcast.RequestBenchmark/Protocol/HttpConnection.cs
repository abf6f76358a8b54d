using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace Chartcast.RequestBenchmark.Protocol;

/// <summary>
/// A kept HTTP/1.1 connection on a blocking socket: one send, and mostly one receive, for each request. The properties
/// tell about the last answer.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _length;
    private int _headLength;
    private int _bodyStart;
    private int _bodyLength;

    public HttpConnection(Uri address)
    {
        _socket.ReceiveTimeout = (int)TimeSpan.FromSeconds(30).TotalMilliseconds;
        _socket.Connect(address.Host, address.Port);
    }

    public int Status { get; private set; }

    public ReadOnlySpan<byte> Body => _buffer.AsSpan(_bodyStart, _bodyLength);

    /// <summary>Sends a request and waits for the whole answer.</summary>
    public void Exchange(ReadOnlySpan<byte> request)
    {
        _socket.Send(request);
        _length = 0;
        while ((_headLength = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8)) < 0) Receive();
        Status = Utf8Parser.TryParse(_buffer.AsSpan("HTTP/1.1 ".Length, 3), out int status, out _)
            ? status
            : throw new InvalidDataException("The answer is no HTTP/1.1.");
        _bodyStart = _headLength + 4;
        if (Ascii.EqualsIgnoreCase(Header("Transfer-Encoding"u8), "chunked"u8))
            ReadChunks();
        else
            ReadLength();
    }

    /// <summary>A header's value, empty when it is absent.</summary>
    public ReadOnlySpan<byte> Header(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> head = _buffer.AsSpan(0, _headLength);
        foreach (Range range in head.Split("\r\n"u8))
        {
            ReadOnlySpan<byte> line = head[range];
            if (line.Length > name.Length && line[name.Length] == ':'
                && Ascii.EqualsIgnoreCase(line[..name.Length], name))
                return line[(name.Length + 1)..].Trim(" \t"u8);
        }

        return [];
    }

    public void Dispose() => _socket.Dispose();

    private void ReadLength()
    {
        if (!Utf8Parser.TryParse(Header("Content-Length"u8), out _bodyLength, out _) && Status != 204)
            throw new InvalidDataException("The answer has no length.");
        while (_length < _bodyStart + _bodyLength) Receive();
    }

    // Moves the chunks together; the last one has no bytes.
    private void ReadChunks()
    {
        int at = _bodyStart;
        _bodyLength = 0;
        int size;
        do
        {
            int line;
            while ((line = _buffer.AsSpan(at, _length - at).IndexOf("\r\n"u8)) < 0) Receive();
            if (!Utf8Parser.TryParse(_buffer.AsSpan(at, line), out size, out _, 'x'))
                throw new InvalidDataException("A chunk of the answer has no length.");
            at += line + 2;
            while (_length < at + size + 2) Receive();
            _buffer.AsSpan(at, size).CopyTo(_buffer.AsSpan(_bodyStart + _bodyLength));
            _bodyLength += size;
            at += size + 2;
        }
        while (size > 0);
    }

    private void Receive()
    {
        if (_length == _buffer.Length) throw new InvalidDataException("The answer is larger than the buffer.");
        int read = _socket.Receive(_buffer.AsSpan(_length));
        if (read == 0) throw new IOException("The server closed the connection.");
        _length += read;
    }
}
