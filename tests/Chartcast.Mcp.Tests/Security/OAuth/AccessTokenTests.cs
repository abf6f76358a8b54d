using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Chartcast.Mcp.Security;
using Chartcast.Mcp.Security.OAuth;
using Chartcast.Mcp.Tests.Fixtures;

namespace Chartcast.Mcp.Tests.Security.OAuth;

public sealed class AccessTokenTests
{
    private readonly TestIssuer _issuer = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RightTokens_AreTaken()
    {
        var caller = await CallerAsync(_issuer.Token());

        Assert.Equal(Access.Write, caller.Access);
        Assert.False(caller.SeesAll);
        Assert.Equal(_issuer.Time.GetUtcNow() + TimeSpan.FromSeconds(330), caller.ExpiresAt);
        Assert.Matches("^[A-Za-z0-9_-]{22}$", caller.Subject);
        Assert.Equal(caller, await CallerAsync(_issuer.Token(key: TestKey.Curve)));
    }

    [Theory]
    [InlineData("notes:read", Access.Read, false)]
    [InlineData("notes:write", Access.Write, false)]
    [InlineData("openid notes:read notes:all", Access.Read, true)]
    [InlineData("notes:all", Access.None, true)]
    [InlineData("notes:readers NOTES:READ", Access.None, false)]
    [InlineData("", Access.None, false)]
    public async Task Scopes_SayWhatACallerMay(string scope, Access access, bool seesAll)
    {
        var caller = await CallerAsync(_issuer.Token(scope));
        Assert.Equal((access, seesAll), (caller.Access, caller.SeesAll));
    }

    [Theory]
    [InlineData("""{"scp":["notes:write"]}""")]
    [InlineData("""{"scp":"openid notes:write"}""")]
    [InlineData("""{"scope":["openid","notes:write"]}""")]
    [InlineData("""{"scope":"openid","scp":["notes:write"]}""")]
    public async Task Scopes_AreReadInEveryForm(string claims) => Assert.Equal(
        Access.Write, (await CallerAsync(_issuer.Token("", claims: body => Merge(body, claims)))).Access);

    [Theory]
    // Times: 15:00:00 is now, and clocks may differ by half a minute.
    [InlineData("""{"exp":1768489171}""", null)]
    [InlineData("""{"exp":1768489170}""", nameof(TokenFault.Expired))]
    [InlineData("""{"exp":1768489171.5}""", null)]
    [InlineData("""{"exp":253402214400}""", null)]
    [InlineData("""{"exp":null}""", nameof(TokenFault.Malformed))]
    [InlineData("""{"exp":"1768489900"}""", nameof(TokenFault.Malformed))]
    [InlineData("""{"exp":1e400}""", nameof(TokenFault.Malformed))]
    [InlineData("""{"exp":-1}""", nameof(TokenFault.Malformed))]
    [InlineData("""{"nbf":1768489230}""", null)]
    [InlineData("""{"nbf":1768489231}""", nameof(TokenFault.NotYet))]
    [InlineData("""{"nbf":true}""", nameof(TokenFault.Malformed))]
    [InlineData("""{"aud":"https://other.example/mcp"}""", nameof(TokenFault.Audience))]
    [InlineData("""{"aud":"https://notes.example/mcp/"}""", nameof(TokenFault.Audience))]
    [InlineData("""{"aud":"https://notes.example"}""", nameof(TokenFault.Audience))]
    [InlineData("""{"aud":[]}""", nameof(TokenFault.Audience))]
    [InlineData("""{"aud":["account","https://notes.example/mcp"]}""", null)]
    [InlineData("""{"aud":["https://notes.example/mcp",3]}""", nameof(TokenFault.Malformed))]
    [InlineData("""{"iss":"https://issuer.example/realms/demo/"}""", nameof(TokenFault.Issuer))]
    [InlineData("""{"iss":"https://evil.example"}""", nameof(TokenFault.Issuer))]
    [InlineData("""{"iss":5}""", nameof(TokenFault.Malformed))]
    [InlineData("""{"sub":""}""", nameof(TokenFault.Subject))]
    [InlineData("""{"sub":7}""", nameof(TokenFault.Malformed))]
    [InlineData("""{"scope":7}""", nameof(TokenFault.Malformed))]
    public async Task Claims_AreChecked(string claims, string? fault) =>
        await RefusedAsync(_issuer.Token(claims: body => Merge(body, claims)), fault);

    [Theory]
    [InlineData("exp", nameof(TokenFault.Expired))]
    [InlineData("nbf", null)]
    [InlineData("aud", nameof(TokenFault.Audience))]
    [InlineData("iss", nameof(TokenFault.Issuer))]
    [InlineData("sub", nameof(TokenFault.Subject))]
    public async Task MissingClaims_AreChecked(string claim, string? fault) =>
        await RefusedAsync(_issuer.Token(claims: body => body.Remove(claim)), fault);

    [Theory]
    [InlineData("""{"typ":"JWT"}""", null)]
    [InlineData("""{"typ":"application/AT+jwt"}""", null)]
    [InlineData("""{"typ":"logout+jwt"}""", nameof(TokenFault.Kind))]
    [InlineData("""{"typ":1}""", nameof(TokenFault.Kind))]
    [InlineData("""{"crit":["exp"]}""", nameof(TokenFault.Kind))]
    [InlineData("""{"crit":[]}""", nameof(TokenFault.Kind))]
    [InlineData("""{"alg":"RS384"}""", nameof(TokenFault.Signature))]
    [InlineData("""{"alg":"rs256"}""", nameof(TokenFault.Algorithm))]
    [InlineData("""{"alg":"ES256"}""", nameof(TokenFault.Key))]
    [InlineData("""{"alg":5}""", nameof(TokenFault.Malformed))]
    [InlineData("""{"kid":"ec-1"}""", nameof(TokenFault.Key))]
    [InlineData("""{"kid":"../../keys"}""", nameof(TokenFault.Key))]
    [InlineData("""{"kid":7}""", nameof(TokenFault.Malformed))]
    [InlineData("""{"jku":"https://evil.example/keys","x5u":"https://evil.example/x"}""", null)]
    public async Task Headers_AreChecked(string header, string? fault)
    {
        await RefusedAsync(_issuer.Token(header: head => Merge(head, header)), fault);
        Assert.All(_issuer.Asked, address => Assert.StartsWith("https://issuer.example/", address));
    }

    [Fact]
    public async Task UnsignedTokens_AreRefused()
    {
        var parts = _issuer.Token().Split('.');
        foreach (var algorithm in (string[])["none", "None", "NONE", ""])
        {
            var header = TestKey.Text($$"""{"alg":"{{algorithm}}","typ":"JWT","kid":"rsa-1"}""");
            await RefusedAsync($"{header}.{parts[1]}.", nameof(TokenFault.Algorithm));
            await RefusedAsync($"{header}.{parts[1]}.{parts[2]}", nameof(TokenFault.Algorithm));
        }

        await RefusedAsync($"{parts[0]}.{parts[1]}.", nameof(TokenFault.Signature));
        await RefusedAsync($"{parts[0]}.{parts[1]}", nameof(TokenFault.Malformed));
    }

    [Fact]
    public async Task PublicKeys_AreNeverTakenForSecrets()
    {
        // The classic confusion: HMAC with the published key, in every form an implementation may hold it.
        var rsa = (RSA)TestKey.Rsa.Pair;
        byte[][] secrets =
        [
            rsa.ExportSubjectPublicKeyInfo(),
            rsa.ExportRSAPublicKey(),
            Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()),
            Encoding.UTF8.GetBytes(TestKey.Rsa.Public().ToJsonString()),
            rsa.ExportParameters(false).Modulus!,
        ];
        var body = _issuer.Token().Split('.')[1];
        foreach (var secret in secrets)
        {
            var text = TestKey.Text("""{"alg":"HS256","typ":"JWT","kid":"rsa-1"}""") + "." + body;
            var signature = HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(text));
            await RefusedAsync($"{text}.{TestKey.Text(signature)}", nameof(TokenFault.Algorithm));
        }
    }

    [Fact]
    public async Task TamperedTokens_AreRefused()
    {
        var parts = _issuer.Token("notes:read").Split('.');
        var richer = _issuer.Token("notes:write").Split('.');
        await RefusedAsync($"{parts[0]}.{richer[1]}.{parts[2]}", nameof(TokenFault.Signature));
        await RefusedAsync(_issuer.Token(key: TestKey.Rsa with { Pair = TestKey.OtherRsa.Pair }), nameof(TokenFault.Signature));
        var signature = System.Buffers.Text.Base64Url.DecodeFromChars(parts[2]);
        for (var i = 0; i < signature.Length; i += 37)
        {
            byte[] changed = [.. signature];
            changed[i] ^= 1;
            await RefusedAsync($"{parts[0]}.{parts[1]}.{TestKey.Text(changed)}", nameof(TokenFault.Signature));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("..")]
    [InlineData("a.b.c.d.e")]
    [InlineData("e30.e30.e30")]
    [InlineData("W10.e30.AA")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.W10.AA")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30=.AA")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9. e30.AA")]
    // {"alg":"RS256","alg":"none"}; a string with half a surrogate pair; bytes that are no UTF-8
    [InlineData("eyJhbGciOiJSUzI1NiIsImFsZyI6Im5vbmUifQ.e30.AA")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJcdWQ4MDAifQ.AA")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiL_In0.AA")]
    public async Task WhatIsNoToken_IsRefused(string text) => await RefusedAsync(text, nameof(TokenFault.Malformed));

    [Fact]
    public async Task HugeAndDeepTokens_AreRefused()
    {
        await RefusedAsync(_issuer.Token(claims: body => body["x"] = new string('x', 20_000)), nameof(TokenFault.Malformed));
        var deep = string.Concat(Enumerable.Repeat("[", 500)) + string.Concat(Enumerable.Repeat("]", 500));
        var head = new JsonObject { ["alg"] = "RS256", ["kid"] = "rsa-1" };
        await RefusedAsync(TestKey.Rsa.Sign(head, $$"""{"x":{{deep}}}"""), nameof(TokenFault.Malformed));
    }

    [Fact]
    public async Task DuplicateClaims_AreRefused()
    {
        // Readers differ in which of the two they believe.
        var head = new JsonObject { ["alg"] = "RS256", ["kid"] = "rsa-1" };
        var claims = $$"""{"iss":"{{TestIssuer.Name}}","aud":"{{TestIssuer.Audience}}","exp":1768489900,"sub":"ada","sub":"root"}""";
        await RefusedAsync(TestKey.Rsa.Sign(head, claims), nameof(TokenFault.Malformed));
    }

    [Fact]
    public async Task Subjects_DifferByIssuer()
    {
        const string Other = "https://issuer.example/realms/other";
        var tokens = _issuer.Tokens(
            issuers: [new TokenIssuer(TestIssuer.Name), new TokenIssuer(Other, new Uri(TestIssuer.KeySetUrl))]);
        var ada = await tokens.CheckAsync(_issuer.Token(), Cancel);
        var again = await tokens.CheckAsync(_issuer.Token("notes:read"), Cancel);
        var other = await tokens.CheckAsync(_issuer.Token(claims: body => body["iss"] = Other), Cancel);
        var bob = await tokens.CheckAsync(_issuer.Token(subject: "bob"), Cancel);

        Assert.Equal(ada.Caller!.Subject, again.Caller!.Subject);
        Assert.Equal(3, new[] { ada, other, bob }.Select(verdict => verdict.Caller!.Subject).Distinct().Count());
    }

    [Fact]
    public async Task Keys_OfOneIssuer_DoNotSignForAnother()
    {
        const string Other = "https://other.example";
        _issuer.Answer = (address, _) => Task.FromResult<HttpResponseMessage?>(address.StartsWith(Other, StringComparison.Ordinal)
            ? TestIssuer.Json($$"""{"keys":[{{TestKey.OtherRsa.Public().ToJsonString()}}]}""")
            : null);
        var tokens = _issuer.Tokens(
            issuers: [new TokenIssuer(TestIssuer.Name), new TokenIssuer(Other, new Uri(Other + "/keys"))]);

        Assert.NotNull((await tokens.CheckAsync(_issuer.Token(key: TestKey.OtherRsa, claims: body => body["iss"] = Other), Cancel)).Caller);
        Assert.Equal(TokenFault.Key, (await tokens.CheckAsync(_issuer.Token(key: TestKey.OtherRsa), Cancel)).Fault);
    }

    [Fact]
    public async Task RefusedTokens_AreLoggedWithTheReasonOnly()
    {
        var log = new KeptLog<AccessTokens>();
        var tokens = _issuer.Tokens(log);
        string[] refused =
        [
            _issuer.Token(claims: body => body["exp"] = 1), _issuer.Token(header: head => head["kid"] = "who"),
            "no-jwt-at-all-but-secret", _issuer.Token(claims: body => body["iss"] = "https://evil.example/\nFAKE"),
        ];
        foreach (var token in refused)
            Assert.Null((await tokens.CheckAsync(token, Cancel)).Caller);
        await tokens.CheckAsync(_issuer.Token(), Cancel);

        Assert.Contains("expired", log.Text, StringComparison.Ordinal);
        foreach (var part in refused.Append(_issuer.Token()).SelectMany(token => token.Split('.')))
            Assert.DoesNotContain(part, log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("FAKE", log.Text, StringComparison.Ordinal);
    }

    private async Task<Caller> CallerAsync(string token)
    {
        var verdict = await _issuer.Tokens().CheckAsync(token, Cancel);
        Assert.True(verdict.Caller is not null, verdict.Fault.ToString());
        return verdict.Caller;
    }

    private async Task RefusedAsync(string token, string? fault)
    {
        var verdict = await _issuer.Tokens().CheckAsync(token, Cancel);
        Assert.Equal(fault, verdict.Caller is null ? verdict.Fault.ToString() : null);
    }

    private static void Merge(JsonObject target, string changes)
    {
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
            target[name] = value?.DeepClone();
    }
}
