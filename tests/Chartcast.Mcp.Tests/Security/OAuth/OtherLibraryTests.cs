using System.Security.Cryptography;
using Chartcast.Mcp.Security;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Chartcast.Mcp.Tests.Security.OAuth;

/// <summary>Keys and tokens that a library of others wrote.</summary>
public sealed class OtherLibraryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("PS384")]
    [InlineData("PS512")]
    [InlineData("ES256")]
    [InlineData("ES384")]
    [InlineData("ES512")]
    public async Task Tokens_AreTaken_WithEveryAlgorithm(string algorithm)
    {
        using var pair = NewPair(algorithm);
        SecurityKey key = pair is RSA rsa
            ? new RsaSecurityKey(rsa) { KeyId = "other-1" }
            : new ECDsaSecurityKey((ECDsa)pair) { KeyId = "other-1" };
        var issuer = new TestIssuer();
        issuer.Answer = (address, _) => Task.FromResult<HttpResponseMessage?>(
            address == TestIssuer.KeySetUrl ? TestIssuer.Json($$"""{"keys":[{{PublicOf(key)}}]}""") : null);
        var now = issuer.Time.GetUtcNow().UtcDateTime;
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = TestIssuer.Name,
            Audience = TestIssuer.Audience,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            TokenType = "at+jwt",
            Claims = new Dictionary<string, object> { ["sub"] = "ada", ["scope"] = "notes:write" },
            SigningCredentials = new SigningCredentials(key, algorithm),
        });

        var verdict = await issuer.Tokens().CheckAsync(token, Cancel);

        Assert.Equal(Access.Write, verdict.Caller?.Access);
    }

    [Theory]
    [InlineData("HS256")]
    [InlineData("HS512")]
    public async Task SharedSecrets_AreNotTaken(string algorithm)
    {
        var issuer = new TestIssuer();
        var key = new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(64)) { KeyId = "rsa-1" };
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = TestIssuer.Name,
            Audience = TestIssuer.Audience,
            SigningCredentials = new SigningCredentials(key, algorithm),
        });

        Assert.Null((await issuer.Tokens().CheckAsync(token, Cancel)).Caller);
    }

    private static AsymmetricAlgorithm NewPair(string algorithm) => algorithm switch
    {
        "ES256" => ECDsa.Create(ECCurve.NamedCurves.nistP256),
        "ES384" => ECDsa.Create(ECCurve.NamedCurves.nistP384),
        "ES512" => ECDsa.Create(ECCurve.NamedCurves.nistP521),
        _ => RSA.Create(2048),
    };

    private static string PublicOf(SecurityKey key)
    {
        var all = key is RsaSecurityKey rsa
            ? JsonWebKeyConverter.ConvertFromRSASecurityKey(rsa)
            : JsonWebKeyConverter.ConvertFromECDsaSecurityKey((ECDsaSecurityKey)key);
        return all.Kty == "RSA"
            ? $$"""{"kty":"RSA","kid":"{{all.Kid}}","n":"{{all.N}}","e":"{{all.E}}"}"""
            : $$"""{"kty":"EC","kid":"{{all.Kid}}","crv":"{{all.Crv}}","x":"{{all.X}}","y":"{{all.Y}}"}""";
    }
}
