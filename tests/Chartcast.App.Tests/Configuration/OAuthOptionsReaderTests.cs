using Chartcast.App.Composition;
using Chartcast.App.Configuration;
using Chartcast.Mcp.Security.OAuth;

namespace Chartcast.App.Tests.Configuration;

public sealed class OAuthOptionsReaderTests
{
    private const string Issuer = "CHARTCAST_OAUTH_ISSUER";
    private const string Audience = "CHARTCAST_OAUTH_AUDIENCE";
    private const string KeySet = "CHARTCAST_OAUTH_JWKS_URL";
    private const string PublicUrl = "CHARTCAST_PUBLIC_URL";

    [Theory]
    [InlineData("https://charts.example.org", "https://charts.example.org/mcp", "https://charts.example.org/.well-known/oauth-protected-resource/mcp")]
    [InlineData("https://example.org/charts/", "https://example.org/charts/mcp", "https://example.org/charts/.well-known/oauth-protected-resource/mcp")]
    public void Resource_IsTheEndpointAsClientsSeeIt(string publicUrl, string resource, string metadata)
    {
        ServerOptions options = Read([(Issuer, "https://login.example/realms/demo"), (PublicUrl, publicUrl)]);
        ProtectedResource told = AccessComposition.Resource(options)!;

        Assert.Equal(resource, told.Resource);
        Assert.Equal(resource, told.Audience);
        Assert.Equal(metadata, told.MetadataUrl);
        Assert.Equal(["https://login.example/realms/demo"], told.Issuers.Select(issuer => issuer.Name));
        Assert.True(options.AsksForTokens);
    }

    [Fact]
    public void Everything_CanBeSaid()
    {
        OAuthOptions options = Read(
        [
            (Issuer, "https://login.example/"), (Audience, "chartcast"), (KeySet, "https://keys.example/set?v=1"),
        ]).OAuth!;

        // The issuer is compared letter by letter, so its slash stays.
        Assert.Equal("https://login.example/", Assert.Single(options.Issuers));
        Assert.Equal("chartcast", options.Audience);
        Assert.Equal("http://localhost:3001/mcp", options.Resource);
        Assert.Equal("https://keys.example/set?v=1", options.KeySetUrl!.AbsoluteUri);
    }

    [Fact]
    public void Issuers_MayBeSeveral()
    {
        Assert.Equal(
            ["https://a.example", "http://127.0.0.1:8080/realms/x"],
            Read([(Issuer, "https://a.example, http://127.0.0.1:8080/realms/x https://a.example")]).OAuth!.Issuers);
        Assert.Equal([KeySet], Faults([(Issuer, "https://a.example https://b.example"), (KeySet, "https://a.example/keys")]));
    }

    [Theory]
    [InlineData("http://login.example")]
    [InlineData("login.example")]
    [InlineData("ftp://login.example")]
    [InlineData("https://user:pass@login.example")]
    [InlineData("https://login.example/?realm=1")]
    [InlineData("https://login.example/#realm")]
    [InlineData("https://login.example/?")]
    [InlineData("https://login.example/\"x")]
    public void Issuers_AreRefused_WhenTheyAreNone(string issuer) => Assert.Equal([Issuer], Faults([(Issuer, issuer)]));

    [Theory]
    [InlineData("http://keys.example/set")]
    [InlineData("http://127.0.0.1/set")]
    [InlineData("nonsense")]
    [InlineData("https://u@keys.example/set")]
    public void KeySets_AreRefused_WhenTheyCouldBeForged(string address) =>
        Assert.Equal([KeySet], Faults([(Issuer, "https://login.example"), (KeySet, address)]));

    [Fact]
    public void Settings_WithoutAnIssuer_AreMistakes()
    {
        Assert.Equal([Audience, KeySet], Faults([(Audience, "chartcast"), (KeySet, "https://a.example/keys")]));
        Assert.Equal([Audience], Faults([(Issuer, "https://a.example"), (Audience, "two words")]));
        Assert.Null(Read([]).OAuth);
    }

    [Fact]
    public void PublicAddresses_NeedTokensOfEitherKind()
    {
        var open = new CommandLineSettings { Host = "10.1.2.3" };
        Assert.Equal(["--host"], Faults([], open));
        Assert.Equal([PublicUrl], Faults([(Issuer, "https://a.example")], open));
        Assert.NotNull(Read([(Issuer, "https://a.example"), (PublicUrl, "https://charts.example.org")], open).OAuth);
        Assert.Equal([PublicUrl], Faults([(Issuer, "https://a.example")], new CommandLineSettings { Port = "0" }));
    }

    private static string[] Faults((string Name, string Value)[] environment, CommandLineSettings? commandLine = null) =>
        [.. Assert.Throws<ConfigurationException>(() => Read(environment, commandLine)).Faults
            .Select(fault => fault.Setting).Order(StringComparer.Ordinal)];

    private static ServerOptions Read((string Name, string Value)[] environment, CommandLineSettings? commandLine = null) =>
        ServerOptionsReader.Read(environment.ToDictionary(pair => pair.Name, pair => pair.Value), commandLine);
}
