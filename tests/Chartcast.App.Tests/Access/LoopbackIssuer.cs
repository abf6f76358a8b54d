using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Chartcast.App.Configuration;
using Chartcast.App.Tests.Doubles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Chartcast.App.Tests.Access;

/// <summary>A small authorization server on a free port of this machine.</summary>
public sealed class LoopbackIssuer : IAsyncDisposable
{
    public const string Audience = "http://localhost:3001/mcp";

    /// <summary>15:00 on the clock of the program under test.</summary>
    private const long Now = 1_768_489_200;

    private static readonly RSA Pair = RSA.Create(2048);

    private readonly ConcurrentDictionary<string, IQueryCollection> _codes = new(StringComparer.Ordinal);

    private readonly WebApplication _app;

    private LoopbackIssuer(WebApplication app) => _app = app;

    public string Name => _app.Urls.First();

    /// <summary>Instead of the key set, when it is not null.</summary>
    public string? KeySet { get; set; }

    /// <summary>The scopes that clients asked for, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public static async Task<LoopbackIssuer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        WebApplication app = builder.Build();
        app.UseRouting();
        var issuer = new LoopbackIssuer(app);
        app.MapGet("/.well-known/oauth-authorization-server", (HttpContext context) => context.Response.WriteAsync(
            $$"""
            {"issuer":"{{issuer.Name}}","jwks_uri":"{{issuer.Name}}/keys","authorization_endpoint":"{{issuer.Name}}/authorize",
             "token_endpoint":"{{issuer.Name}}/token","response_types_supported":["code"],
             "code_challenge_methods_supported":["S256"],"token_endpoint_auth_methods_supported":["none"]}
            """));
        app.MapGet("/authorize", issuer.AuthorizeAsync);
        app.MapPost("/token", issuer.GiveAsync);
        app.MapGet("/keys", (HttpContext context) => context.Response.WriteAsync(issuer.KeySet ?? PublicKeys()));
        await app.StartAsync();
        return issuer;
    }

    /// <summary>The program, taking this issuer's tokens.</summary>
    public Task<TestApp> StartAppAsync(string? token = null) => TestApp.StartAsync(options => options with
    {
        Token = token,
        OAuth = new OAuthOptions { Issuers = [Name], PublicUrl = new Uri("http://localhost:3001/") },
    });

    public string Token(string subject, string scope, long expires = Now + 300)
    {
        string text = Text("""{"alg":"RS256","typ":"at+jwt","kid":"one"}""") + "." + Text(
            $$"""{"iss":"{{Name}}","aud":"{{Audience}}","sub":"{{subject}}","scope":"{{scope}}","exp":{{expires}}}""");
        byte[] signature = Pair.SignData(
            Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return text + "." + Base64Url.EncodeToString(signature);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    // The person logs in and agrees at once.
    private Task AuthorizeAsync(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        Asked.Enqueue(query["scope"].ToString());
        string code = RandomNumberGenerator.GetHexString(16);
        _codes[code] = query;
        context.Response.Redirect($"{query["redirect_uri"]}?code={code}&state={query["state"]}");
        return Task.CompletedTask;
    }

    private async Task GiveAsync(HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync();
        bool isRight = _codes.TryRemove(form["code"].ToString(), out IQueryCollection? asked)
            && asked["resource"] == Audience && form["resource"] == Audience
            && asked["code_challenge"] == Base64Url.EncodeToString(
                SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        context.Response.StatusCode = isRight ? 200 : 400;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(isRight
            ? $$"""{"access_token":"{{Token("ada", asked!["scope"].ToString())}}","token_type":"Bearer","expires_in":300}"""
            : """{"error":"invalid_grant"}""");
    }

    private static string PublicKeys()
    {
        RSAParameters key = Pair.ExportParameters(includePrivateParameters: false);
        string modulus = Base64Url.EncodeToString(key.Modulus);
        return $$"""{"keys":[{"kty":"RSA","kid":"one","n":"{{modulus}}","e":"AQAB"}]}""";
    }

    private static string Text(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
