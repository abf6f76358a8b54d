using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Chartcast.Mcp.Security.OAuth;
using Chartcast.Mcp.Tests.Fixtures;

namespace Chartcast.Mcp.Tests.Security.OAuth;

public sealed class IssuerKeysTests
{
    private readonly TestIssuer _issuer = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_AreFetchedOnce_ForManyAtOnce()
    {
        var tokens = _issuer.Tokens();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
            Assert.NotNull((await tokens.CheckAsync(_issuer.Token(subject: $"user {i}"), Cancel)).Caller)));

        Assert.Equal(1, _issuer.KeySetFetches);
    }

    [Fact]
    public async Task Nothing_IsFetched_ForTokensThatCannotBeRight()
    {
        var tokens = _issuer.Tokens();
        await tokens.CheckAsync("nonsense", Cancel);
        await tokens.CheckAsync(_issuer.Token(claims: body => body["iss"] = "https://evil.example"), Cancel);
        await tokens.CheckAsync(_issuer.Token(header: head => head["alg"] = "none"), Cancel);

        Assert.Empty(_issuer.Asked);
    }

    [Fact]
    public async Task NewKeys_AreFetched_WhenATokenNamesThem()
    {
        var tokens = _issuer.Tokens();
        Assert.NotNull((await tokens.CheckAsync(_issuer.Token(), Cancel)).Caller);
        _issuer.Keys.Clear();
        _issuer.Keys.Add(TestKey.OtherRsa);

        // Strangers must not make this server hammer the issuer.
        for (var i = 0; i < 20; i++)
            Assert.Equal(TokenFault.Key, await FaultAsync(tokens, _issuer.Token(key: TestKey.OtherRsa)));
        Assert.Equal(1, _issuer.KeySetFetches);
        _issuer.Time.Advance(IssuerKeys.ShortestInterval);

        Assert.NotNull((await tokens.CheckAsync(_issuer.Token(key: TestKey.OtherRsa), Cancel)).Caller);
        Assert.Equal(2, _issuer.KeySetFetches);
        Assert.Equal(TokenFault.Key, await FaultAsync(tokens, _issuer.Token()));
    }

    [Fact]
    public async Task OldKeys_CountOn_WhileTheIssuerIsDown_ButNotForEver()
    {
        var log = new KeptLog<AccessTokens>();
        var tokens = _issuer.Tokens(log);
        Assert.NotNull((await tokens.CheckAsync(_issuer.Token(), Cancel)).Caller);
        _issuer.Answer = (_, _) => throw new HttpRequestException("Connection refused");

        _issuer.Time.Advance(IssuerKeys.UsualAge + TimeSpan.FromMinutes(1));
        Assert.NotNull((await tokens.CheckAsync(_issuer.Token(), Cancel)).Caller);
        // The fetch that this began has to end before the clock goes on: 22 hours are beyond its deadline.
        await log.WaitForAsync("issuer.example cannot be reached (Connection refused)", Cancel);
        _issuer.Time.Advance(IssuerKeys.LongestAge - IssuerKeys.UsualAge - TimeSpan.FromMinutes(2));
        Assert.NotNull((await tokens.CheckAsync(_issuer.Token(), Cancel)).Caller);
        _issuer.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(TokenFault.KeysUnavailable, await FaultAsync(tokens, _issuer.Token()));

        _issuer.Answer = null;
        _issuer.Time.Advance(IssuerKeys.ShortestInterval);
        Assert.NotNull((await tokens.CheckAsync(_issuer.Token(), Cancel)).Caller);
    }

    [Fact]
    public async Task WithdrawnKeys_AreForgotten_WhenTheyAreOld()
    {
        var tokens = _issuer.Tokens();
        Assert.NotNull((await tokens.CheckAsync(_issuer.Token(), Cancel)).Caller);
        _issuer.Keys.Remove(TestKey.Rsa);
        _issuer.Time.Advance(IssuerKeys.UsualAge);
        // This one still counts, and sets off the fetch that the next unknown key waits for.
        await tokens.CheckAsync(_issuer.Token(), Cancel);
        await tokens.CheckAsync(_issuer.Token(key: TestKey.OtherRsa), Cancel);

        Assert.Equal(TokenFault.Key, await FaultAsync(tokens, _issuer.Token()));
        Assert.Equal(2, _issuer.KeySetFetches);
    }

    [Fact]
    public async Task DownFromTheStart_NobodyCanTell_AndTheIssuerIsLeftInPeace()
    {
        _issuer.Answer = (_, _) => throw new HttpRequestException("Connection refused");
        var tokens = _issuer.Tokens();
        for (var i = 0; i < 5; i++)
            Assert.Equal(TokenFault.KeysUnavailable, await FaultAsync(tokens, _issuer.Token()));
        Assert.Equal(3, _issuer.Asked.Count);
        _issuer.Answer = null;
        _issuer.Time.Advance(IssuerKeys.ShortestInterval);

        Assert.NotNull((await tokens.CheckAsync(_issuer.Token(), Cancel)).Caller);
    }

    [Fact]
    public async Task Metadata_IsLookedForInAllPlaces_InOrder()
    {
        _issuer.Answer = (address, _) => Task.FromResult<HttpResponseMessage?>(address switch
        {
            "https://issuer.example/realms/demo/.well-known/openid-configuration" => TestIssuer.Json(
                $$"""{"issuer":"{{TestIssuer.Name}}","jwks_uri":"{{TestIssuer.KeySetUrl}}"}"""),
            TestIssuer.KeySetUrl => null,
            _ => TestIssuer.Json("{}", HttpStatusCode.NotFound),
        });

        Assert.NotNull((await _issuer.Tokens().CheckAsync(_issuer.Token(), Cancel)).Caller);
        Assert.Equal(
            [
                "https://issuer.example/.well-known/oauth-authorization-server/realms/demo",
                "https://issuer.example/.well-known/openid-configuration/realms/demo",
                "https://issuer.example/realms/demo/.well-known/openid-configuration",
                TestIssuer.KeySetUrl,
            ],
            _issuer.Asked);
        Assert.Equal(
            ["https://a.example/.well-known/oauth-authorization-server", "https://a.example/.well-known/openid-configuration"],
            KeySetClient.MetadataUrls("https://a.example/").Select(address => address.AbsoluteUri));
    }

    [Theory]
    [InlineData("""{"issuer":"https://evil.example","jwks_uri":"https://issuer.example/realms/demo/keys"}""", "another issuer")]
    [InlineData("""{"issuer":"https://issuer.example/realms/demo"}""", "no jwks_uri")]
    [InlineData("""{"issuer":"https://issuer.example/realms/demo","jwks_uri":"http://issuer.example/keys"}""", "may be fetched")]
    [InlineData("""{"issuer":"https://issuer.example/realms/demo","jwks_uri":"http://127.0.0.1/keys"}""", "may be fetched")]
    [InlineData("""{"issuer":"https://issuer.example/realms/demo","jwks_uri":"file:///etc/passwd"}""", "may be fetched")]
    [InlineData("""{"issuer":"https://issuer.example/realms/demo","jwks_uri":"https://u:p@issuer.example/keys"}""", "may be fetched")]
    [InlineData("""{"issuer":"https://evil.example","issuer":"https://issuer.example/realms/demo","jwks_uri":"https://issuer.example/realms/demo/keys"}""", "no JSON")]
    [InlineData("<html>", "no JSON")]
    public async Task WrongMetadata_IsNotFollowed(string metadata, string reason)
    {
        _issuer.Answer = (address, _) => Task.FromResult<HttpResponseMessage?>(
            address.Contains(".well-known", StringComparison.Ordinal) ? TestIssuer.Json(metadata) : null);

        Assert.Contains(reason, await CheckFaultAsync(), StringComparison.Ordinal);
        Assert.Equal(0, _issuer.KeySetFetches);
        Assert.All(_issuer.Asked, address => Assert.Contains(".well-known", address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Redirects_AreNotFollowed()
    {
        Assert.False(AccessTokens.CreateHandler().AllowAutoRedirect);
        _issuer.Answer = (address, _) => Task.FromResult<HttpResponseMessage?>(address == TestIssuer.KeySetUrl
            ? new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("http://169.254.169.254/") } }
            : null);

        Assert.Contains("answered 302", await CheckFaultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OversizedSets_AreNotRead()
    {
        var sent = new EndlessStream();
        _issuer.Answer = (address, _) => Task.FromResult<HttpResponseMessage?>(address == TestIssuer.KeySetUrl
            ? new HttpResponseMessage { Content = new StreamContent(sent) }
            : null);

        Assert.Contains("more than 262144 bytes", await CheckFaultAsync(), StringComparison.Ordinal);
        Assert.InRange(sent.Sent, 262_145, 1_000_000);
    }

    [Fact]
    public async Task SlowAnswers_AreGivenUp()
    {
        var asked = new TaskCompletionSource();
        _issuer.Answer = async (_, cancellationToken) =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        };
        var check = CheckFaultAsync();
        await asked.Task.WaitAsync(Cancel);
        _issuer.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Contains("too long", await check, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"keys":{}}""", "no key set")]
    [InlineData("""[]""", "no key set")]
    [InlineData("""{"keys":[]}""", "no RSA or EC key")]
    [InlineData("""{"keys":[{"kty":"oct","k":"c2VjcmV0","kid":"rsa-1"}]}""", "no RSA or EC key")]
    [InlineData("""{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB"}]}""", "no RSA or EC key")]
    [InlineData("""{"keys":[{"kty":"RSA","n":"!","e":"AQAB"},5,null]}""", "no RSA or EC key")]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"}]}""", "no RSA or EC key")]
    [InlineData("""{"keys":[{"kty":"EC","crv":"secp256k1","x":"AAAA","y":"AAAA"}]}""", "no RSA or EC key")]
    public async Task UselessSets_AreRefused(string set, string reason)
    {
        _issuer.Answer = Answering(set);
        Assert.Contains(reason, await CheckFaultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WeakAndForeignKeys_AreLeftOut_AndTheRestCounts()
    {
        using var weak = RSA.Create(1024);
        JsonObject[] keys =
        [
            new TestKey("weak", "RS256", weak).Public(),
            With(TestKey.OtherRsa.Public(), "use", "enc"),
            With(TestKey.OtherRsa.Public(), "key_ops", new JsonArray("encrypt")),
            With(With(TestKey.OtherRsa.Public(), "alg", "RS512"), "kid", "for-512"),
            TestKey.Rsa.Public(),
        ];
        _issuer.Answer = Answering(new JsonObject { ["keys"] = new JsonArray([.. keys]) }.ToJsonString());
        var tokens = _issuer.Tokens();

        Assert.Equal(2, Assert.Single(await tokens.CheckIssuersAsync()).KeyCount);
        Assert.NotNull((await tokens.CheckAsync(_issuer.Token(), Cancel)).Caller);
        Assert.Equal(TokenFault.Key, await FaultAsync(tokens, _issuer.Token(key: new TestKey("weak", "RS256", weak))));
        Assert.Equal(TokenFault.Key, await FaultAsync(tokens, _issuer.Token(key: TestKey.OtherRsa)));
        Assert.Equal(TokenFault.Key, await FaultAsync(tokens, _issuer.Token(key: TestKey.OtherRsa with { Id = "for-512" })));
    }

    [Fact]
    public async Task ManyKeys_AreRefused()
    {
        var key = TestKey.Rsa.Public().ToJsonString();
        _issuer.Answer = Answering($$"""{"keys":[{{string.Join(',', Enumerable.Repeat(key, 101))}}]}""");
        Assert.Contains("more than 100 keys", await CheckFaultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokensWithoutKeyId_AreTaken_WhenOneKeyFits()
    {
        var tokens = _issuer.Tokens();
        Assert.NotNull((await tokens.CheckAsync(_issuer.Token(header: head => head.Remove("kid")), Cancel)).Caller);
        _issuer.Keys.Add(TestKey.OtherRsa);
        Assert.Equal(TokenFault.Key, await FaultAsync(_issuer.Tokens(), _issuer.Token(header: head => head.Remove("kid"))));
    }

    private static Func<string, CancellationToken, Task<HttpResponseMessage?>> Answering(string set) => (address, _) =>
        Task.FromResult<HttpResponseMessage?>(address == TestIssuer.KeySetUrl ? TestIssuer.Json(set) : null);

    private static JsonObject With(JsonObject key, string name, JsonNode value)
    {
        key[name] = value;
        return key;
    }

    private static async Task<TokenFault> FaultAsync(AccessTokens tokens, string token)
    {
        var verdict = await tokens.CheckAsync(token, Cancel);
        Assert.Null(verdict.Caller);
        return verdict.Fault;
    }

    private async Task<string> CheckFaultAsync() =>
        Assert.Single(await _issuer.Tokens().CheckIssuersAsync()).Fault ?? "no fault";

    private sealed class EndlessStream : Stream
    {
        public long Sent { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Sent; set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            Sent += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
