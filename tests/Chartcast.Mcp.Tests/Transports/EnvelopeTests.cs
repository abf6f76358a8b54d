using System.Net.Http.Headers;
using System.Text;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tests.Fixtures;

namespace Chartcast.Mcp.Tests.Transports;

/// <summary>Rows P1–P7, P13 and H8 of the bad-input catalogue over HTTP.</summary>
public sealed class EnvelopeTests : IAsyncLifetime
{
    private TestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("", -32700)]
    [InlineData("{", -32700)]
    [InlineData("{} {}", -32700)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}", -32700)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\\ud800\"}", -32700)]
    [InlineData("7", -32600)]
    [InlineData("[]", -32600)]
    [InlineData("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]", -32600)]
    [InlineData("{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}", -32600)]
    [InlineData("{\"JSONRPC\":\"2.0\",\"id\":1,\"method\":\"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":99999999999999999999,\"method\":\"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"Method\":\"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"result\":{}}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}", -32602)]
    public async Task BadEnvelope_Is400(string body, int code) =>
        Assert.Equal((400, code), await Raw.ErrorAsync(_host.Http, Raw.Post(body)));

    [Fact]
    public async Task BadBytes_Are400ParseError()
    {
        byte[] invalid = [.. "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""u8, 0xC0, 0xAF, .. "\"}"u8];
        var deep = Encoding.ASCII.GetBytes(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":"
            + new string('[', 10_000) + new string(']', 10_000) + "}");

        Assert.Equal((400, -32700), await Raw.ErrorAsync(_host.Http, Raw.Post(invalid)));
        Assert.Equal((400, -32700), await Raw.ErrorAsync(_host.Http, Raw.Post(deep)));
    }

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("-1")]
    [InlineData("\"ünï-\\\"7\"")]
    public async Task Id_IsEchoedExactly(string id)
    {
        using var answer = await _host.Http.SendAsync(Raw.ModernPost("tools/list", id: id), Cancel);

        Assert.Contains($"\"id\":{id}", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongId_IsRefused_Above256Characters()
    {
        using var fits = await _host.Http.SendAsync(
            Raw.ModernPost("tools/list", id: $"\"{new string('x', 256)}\""), Cancel);

        Assert.Equal(200, (int)fits.StatusCode);
        Assert.Equal(
            (400, -32600),
            await Raw.ErrorAsync(_host.Http, Raw.ModernPost("tools/list", id: $"\"{new string('x', 257)}\"")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LargeBody_Is413(bool saysItsLength)
    {
        using var request = Raw.Post(new byte[new McpLimits().MaxBodyBytes + 1]);
        if (!saysItsLength)
        {
            request.Content!.Headers.ContentLength = null;
            request.Headers.TransferEncodingChunked = true;
        }

        using var answer = await _host.Http.SendAsync(request, Cancel);

        Assert.Equal(413, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("text/plain", null)]
    [InlineData("application/json; charset=utf-16", null)]
    [InlineData("application/json", "gzip")]
    public async Task OtherContent_Is415(string type, string? encoding)
    {
        using var request = Raw.ModernPost("tools/list");
        request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (encoding is not null)
            request.Content.Headers.ContentEncoding.Add(encoding);
        using var answer = await _host.Http.SendAsync(request, Cancel);

        Assert.Equal(415, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("application/json", 406)]
    [InlineData("text/event-stream", 406)]
    [InlineData("application/json, text/event-stream;q=0", 406)]
    [InlineData("text/html", 406)]
    [InlineData("*/*", 200)]
    [InlineData("application/*, text/*", 200)]
    public async Task Accept_MustCoverBothForms(string accept, int status)
    {
        using var request = Raw.ModernPost("tools/list");
        request.Headers.Accept.Clear();
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await _host.Http.SendAsync(request, Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task OtherMethod_Is405WithAllow()
    {
        using var answer = await _host.Http.PutAsync(new Uri("/mcp", UriKind.Relative), null, Cancel);

        Assert.Equal(405, (int)answer.StatusCode);
        Assert.Equal(["DELETE", "GET", "POST"], answer.Content.Headers.Allow.Order());
    }
}
