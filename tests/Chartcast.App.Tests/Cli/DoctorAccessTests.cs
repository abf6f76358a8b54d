using Chartcast.App.Tests.Access;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.Cli;

public sealed class DoctorAccessTests
{
    [Fact]
    public async Task Issuers_AreAskedForTheirKeys()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        CliRun run = await DoctorAsync(("CHARTCAST_OAUTH_ISSUER", issuer.Name));

        Assert.Contains("ok    token: not set: tokens of the issuers open the server", run.Text);
        Assert.Contains($"ok    oauth resource: {LoopbackIssuer.Audience}, audience {LoopbackIssuer.Audience}", run.Text);
        Assert.Contains($"ok    oauth issuer: {issuer.Name}, 1 keys", run.Text);
    }

    [Fact]
    public async Task Issuers_WithoutUsableKeys_AreFailures()
    {
        await using LoopbackIssuer issuer = await LoopbackIssuer.StartAsync();
        issuer.KeySet = """{"keys":[]}""";
        CliRun run = await DoctorAsync(("CHARTCAST_OAUTH_ISSUER", issuer.Name));

        Assert.Contains($"FAIL  oauth issuer: {issuer.Name}: the key set has no RSA or EC key for signatures", run.Text);
        Assert.Equal(4, run.ExitCode);
    }

    [Fact]
    public async Task Openness_IsTold()
    {
        CliRun run = await DoctorAsync();
        Assert.Contains("ok    token: not set: everyone on this machine may ask", run.Text);
        Assert.Contains("ok    oauth: not set: name an issuer with CHARTCAST_OAUTH_ISSUER", run.Text);
    }

    private static async Task<CliRun> DoctorAsync(params (string Name, string Value)[] environment)
    {
        using var folder = new TemporaryFolder();
        var variables = environment.Append(("CHARTCAST_PUBLIC_URL", "http://localhost:3001/"));
        return await CliRun.RunAsync(
            ["doctor", "--port", "0", "--state", folder.In("state")],
            variables.ToDictionary(pair => pair.Item1, pair => pair.Item2), input: "");
    }
}
