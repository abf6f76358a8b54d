using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Chartcast.RequestBenchmark.Protocol;

/// <summary>
/// The bytes of <c>tools/call</c>, encoded once: only the id's nine digits change from call to call, so that the
/// client's own work weighs little beside the server's.
/// </summary>
internal sealed class CallBytes
{
    public const string ModernVersion = "2026-07-28";
    public const string SessionVersion = "2025-11-25";
    private const int FirstId = 100_000_000;
    private const int IdDigits = 9;

    private readonly byte[] _request;
    private readonly byte[] _idMember = Encoding.ASCII.GetBytes($"\"id\":{FirstId}");
    private readonly int _idAt;
    private int _id = FirstId;

    private CallBytes(Uri endpoint, string headers, string parameters)
    {
        string body = $$"""{"jsonrpc":"2.0","id":{{FirstId}},"method":"tools/call","params":{{parameters}}}""";
        _request = Post(endpoint, headers, body);
        _idAt = _request.AsSpan().IndexOf(_idMember) + _idMember.Length - IdDigits;
    }

    /// <summary>The member by which the answer to the last call is known.</summary>
    public ReadOnlySpan<byte> IdMember => _idMember;

    /// <summary>Calls by which a request describes itself.</summary>
    public static CallBytes Modern(Uri endpoint) => new(
        endpoint,
        $"MCP-Protocol-Version: {ModernVersion}\r\nMcp-Method: tools/call\r\nMcp-Name: health_check\r\n",
        $$$"""
        {"name":"health_check","arguments":{},"_meta":{"io.modelcontextprotocol/protocolVersion":"{{{ModernVersion}}}",
        "io.modelcontextprotocol/clientInfo":{"name":"benchmark","version":"1"},
        "io.modelcontextprotocol/clientCapabilities":{} } }
        """);

    /// <summary>Calls in a session.</summary>
    public static CallBytes InSession(Uri endpoint, string sessionId) =>
        new(endpoint, SessionHeaders(sessionId), """{"name":"health_check","arguments":{}}""");

    /// <summary>The headers that a request in a session has.</summary>
    public static string SessionHeaders(string sessionId) =>
        $"MCP-Protocol-Version: {SessionVersion}\r\nMcp-Session-Id: {sessionId}\r\n";

    /// <summary>The bytes of a POST.</summary>
    public static byte[] Post(Uri endpoint, string headers, string body) => Encoding.ASCII.GetBytes(
        string.Create(
            CultureInfo.InvariantCulture,
            $"POST {endpoint.AbsolutePath} HTTP/1.1\r\nHost: {endpoint.Authority}\r\nContent-Type: application/json\r\n"
            + $"Accept: application/json, text/event-stream\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}"));

    /// <summary>The bytes of the next call; good until the one after it.</summary>
    public ReadOnlySpan<byte> Next()
    {
        _id++;
        Utf8Formatter.TryFormat(_id, _request.AsSpan(_idAt), out _);
        Utf8Formatter.TryFormat(_id, _idMember.AsSpan(_idMember.Length - IdDigits), out _);
        return _request;
    }
}
