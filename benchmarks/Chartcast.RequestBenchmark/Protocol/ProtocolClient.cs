using System.Text;

namespace Chartcast.RequestBenchmark.Protocol;

/// <summary>One client: its connection and, where the era has them, its session.</summary>
internal sealed class ProtocolClient : IDisposable
{
    private readonly HttpConnection _connection;
    private readonly CallBytes _calls;
    private readonly Uri _endpoint;
    private readonly string? _sessionId;

    public ProtocolClient(ProtocolEra era, Uri endpoint)
    {
        _endpoint = endpoint;
        _connection = new HttpConnection(endpoint);
        _sessionId = era == ProtocolEra.Session ? OpenSession() : null;
        _calls = _sessionId is null ? CallBytes.Modern(endpoint) : CallBytes.InSession(endpoint, _sessionId);
    }

    /// <summary>Calls <c>health_check</c> and makes sure that the answer is the one to this call and good.</summary>
    public void Call()
    {
        _connection.Exchange(_calls.Next());
        ReadOnlySpan<byte> body = _connection.Body;
        if (_connection.Status != 200 || body.IndexOf(_calls.IdMember) < 0
            || body.IndexOf("\"structuredContent\":{\"status\":\"healthy\""u8) < 0
            || body.IndexOf("\"isError\":true"u8) >= 0)
            throw Unexpected("tools/call");
    }

    /// <summary>Ends the session.</summary>
    public void Close()
    {
        if (_sessionId is null) return;
        _connection.Exchange(Encoding.ASCII.GetBytes(
            $"DELETE {_endpoint.AbsolutePath} HTTP/1.1\r\nHost: {_endpoint.Authority}\r\n"
            + $"{CallBytes.SessionHeaders(_sessionId)}\r\n"));
        if (_connection.Status is not (>= 200 and < 300)) throw Unexpected("DELETE");
    }

    public void Dispose() => _connection.Dispose();

    private string OpenSession()
    {
        _connection.Exchange(CallBytes.Post(
            _endpoint,
            "",
            $$$"""
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"{{{CallBytes.SessionVersion}}}",
            "capabilities":{},"clientInfo":{"name":"benchmark","version":"1"} } }
            """));
        string sessionId = Encoding.ASCII.GetString(_connection.Header("Mcp-Session-Id"u8));
        if (_connection.Status != 200 || sessionId.Length == 0) throw Unexpected("initialize");
        _connection.Exchange(CallBytes.Post(
            _endpoint,
            CallBytes.SessionHeaders(sessionId),
            """{"jsonrpc":"2.0","method":"notifications/initialized"}"""));
        if (_connection.Status != 202) throw Unexpected("notifications/initialized");
        return sessionId;
    }

    private InvalidOperationException Unexpected(string request) =>
        new($"{_endpoint} answered {request} with {_connection.Status}: {Encoding.UTF8.GetString(_connection.Body)}");
}
