using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Chartcast.Mcp.Security;
using Chartcast.Mcp.Security.OAuth;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Mcp.Tests.Security.OAuth;

/// <summary>A small authorization server without a network: publishes keys, signs tokens, breaks when told to.</summary>
internal sealed class TestIssuer
{
    public const string Name = "https://issuer.example/realms/demo";
    public const string Audience = "https://notes.example/mcp";
    public const string KeySetUrl = "https://issuer.example/realms/demo/keys";

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 15, 15, 0, 0, TimeSpan.Zero));

    /// <summary>The keys in the key set.</summary>
    public List<TestKey> Keys { get; } = [TestKey.Rsa, TestKey.Curve];

    /// <summary>The addresses that were asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Answers instead of the usual answer.</summary>
    public Func<string, CancellationToken, Task<HttpResponseMessage?>>? Answer { get; set; }

    public int KeySetFetches => Asked.Count(address => address == KeySetUrl);

    /// <summary>What checks this issuer's tokens.</summary>
    public AccessTokens Tokens(ILogger<AccessTokens>? logger = null, params TokenIssuer[] issuers) => new(
        new ProtectedResource
        {
            Resource = Audience,
            MetadataUrl = "https://notes.example/.well-known/oauth-protected-resource/mcp",
            Name = "Notes",
            Issuers = issuers.Length > 0 ? issuers : [new TokenIssuer(Name)],
            Audience = Audience,
            Scopes = new AccessScopes("notes:read", "notes:write", "notes:all"),
        },
        new HttpClient(new Network(this)) { Timeout = Timeout.InfiniteTimeSpan },
        Time,
        logger ?? NullLogger<AccessTokens>.Instance);

    public BearerRules Rules(StaticToken? token = null) => new(token, Tokens());

    /// <summary>A token that is right but for what a test changes.</summary>
    public string Token(
        string scope = "notes:read notes:write", string subject = "ada", Action<JsonObject>? claims = null,
        Action<JsonObject>? header = null, TestKey? key = null)
    {
        key ??= TestKey.Rsa;
        var now = Time.GetUtcNow().ToUnixTimeSeconds();
        var body = new JsonObject
        {
            ["iss"] = Name,
            ["aud"] = Audience,
            ["sub"] = subject,
            ["exp"] = now + 300,
            ["nbf"] = now,
            ["scope"] = scope,
        };
        var head = new JsonObject { ["alg"] = key.Algorithm, ["typ"] = "at+jwt", ["kid"] = key.Id };
        claims?.Invoke(body);
        header?.Invoke(head);
        return key.Sign(head, body.ToJsonString());
    }

    public static HttpResponseMessage Json(string text, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    public string KeySet() =>
        new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => (JsonNode)key.Public())]) }.ToJsonString();

    private async Task<HttpResponseMessage> AnswerAsync(string address, CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            Asked.Add(address);
        }

        if (Answer is { } answer && await answer(address, cancellationToken) is { } other)
            return other;
        return address switch
        {
            "https://issuer.example/.well-known/oauth-authorization-server/realms/demo" => Json(
                $$"""{"issuer":"{{Name}}","jwks_uri":"{{KeySetUrl}}"}"""),
            KeySetUrl => Json(KeySet()),
            _ => Json("{}", HttpStatusCode.NotFound),
        };
    }

    private sealed class Network(TestIssuer issuer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            issuer.AnswerAsync(request.RequestUri!.AbsoluteUri, cancellationToken);
    }
}
