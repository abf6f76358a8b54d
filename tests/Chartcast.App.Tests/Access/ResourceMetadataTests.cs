using System.Text.Json;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.Access;

public sealed class ResourceMetadataTests
{
    [Theory]
    [InlineData("/.well-known/oauth-protected-resource")]
    [InlineData("/.well-known/oauth-protected-resource/mcp")]
    public async Task Metadata_IsOpenToEveryone(string path)
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync();
        using HttpResponseMessage response = await app.GetAsync(path, ("Authorization", "Bearer nonsense"));
        JsonElement told = await TestApp.JsonOf(response);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            $$"""{"resource":"http://localhost:3001/mcp","authorization_servers":["{{issuer.Name}}"],"scopes_supported":["charts:read","charts:write"],"bearer_methods_supported":["header"],"resource_name":"Chartcast"}""",
            told.GetRawText());
    }

    [Fact]
    public async Task Metadata_CanBeReadByAllowedPages_AndByNoOthers()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        await using TestApp app = await issuer.StartAppAsync();
        const string Path = "/.well-known/oauth-protected-resource/mcp";
        using HttpResponseMessage allowed = await app.GetAsync(Path, ("Origin", "http://localhost:5173"), ("Host", "localhost"));
        using HttpResponseMessage foreign = await app.GetAsync(Path, ("Origin", "https://evil.example"), ("Host", "localhost"));

        Assert.Equal(200, (int)allowed.StatusCode);
        Assert.Equal("http://localhost:5173", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(403, (int)foreign.StatusCode);
        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Metadata_IsNotThere_WithoutIssuers()
    {
        await using TestApp app = await TestApp.StartAsync();
        using HttpResponseMessage response = await app.GetAsync("/.well-known/oauth-protected-resource/mcp");
        Assert.Equal(404, (int)response.StatusCode);
    }
}
