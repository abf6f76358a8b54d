using Chartcast.ChartImgFake;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Providers.ChartImg;

public sealed class ChartImgSecretsTests
{
    [Theory]
    [InlineData(FakeFault.None)]
    [InlineData(FakeFault.EchoesKey)]
    [InlineData(FakeFault.Forbidden)]
    [InlineData(FakeFault.ServerError)]
    [InlineData(FakeFault.Html)]
    [InlineData(FakeFault.Reset)]
    [InlineData(FakeFault.Truncated)]
    [InlineData(FakeFault.Redirect)]
    [InlineData(FakeFault.LimitExceeded)]
    public async Task TheKey_IsInNoLogErrorOrStep(FakeFault fault)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.Script(fault, fault, fault);
        string outcome;
        try
        {
            outcome = (await harness.DrawAsync()).Report.ToString();
        }
        catch (ChartException exception)
        {
            outcome = $"{exception} {exception.Error} {exception.Error.Upstream} {exception.InnerException}";
        }

        string[] texts = [outcome, .. harness.Log.Lines, .. harness.Steps.Select(step => step.Message)];
        Assert.NotEmpty(harness.Log.Lines);
        Assert.All(texts, text => Assert.DoesNotContain(FakeSettings.DefaultKey, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task UpstreamWords_AreOneCleanLine()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.Script(FakeFault.EchoesKey);
        Assert.Equal("Chart-IMG API error: [31mkey *** is gone", (await harness.FailAsync()).Upstream);
    }

    [Fact]
    public void UpstreamWords_AreCut() =>
        Assert.Equal(200, ChartImgText.Shown(new string('x', 5_000), ["key"])!.Length);

    [Fact]
    public void TheKey_IsMasked_WhenHiddenCharactersSplitIt() =>
        Assert.Equal("a *** b", ChartImgText.Clean("a sec\u200bret\u00ad-key b", ["secret-key"]));

    [Theory]
    [InlineData("k/e+y=1")]
    [InlineData("k%2Fe%2By%3D1")]
    [InlineData("k\\/e+y=1")]
    [InlineData("k/e\\u002By=1")]
    [InlineData("ay9lK3k9MQ==")]
    public void TheKey_IsMasked_HoweverItIsSpelt(string echo) =>
        Assert.StartsWith("Bad key ***", ChartImgText.Clean("Bad key " + echo, ["k/e+y=1"]), StringComparison.Ordinal);

    [Fact]
    public void Options_HideTheKey()
    {
        var options = new ChartImgOptions { ApiKey = "secret-key" };
        Assert.DoesNotContain("secret-key", options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", $"{options with { MaximumAttempts = 2 }}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.chart-img.com", true)]
    [InlineData("https://proxy.example/chart-img/", true)]
    [InlineData("http://127.0.0.1:4010", true)]
    [InlineData("http://localhost:4010", true)]
    [InlineData("http://api.chart-img.com", false)]
    [InlineData("ftp://api.chart-img.com", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("https://user:pass@api.chart-img.com", false)]
    [InlineData("https://api.chart-img.com/?x=1", false)]
    public void Options_SendTheKeyToSafeAddressesOnly(string address, bool isRight) => Assert.Equal(
        isRight, new ChartImgOptions { ApiKey = "key", BaseAddress = new Uri(address) }.Faults().Count == 0);

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("key\r\nx-evil: 1")]
    [InlineData("schlüssel")]
    public void Options_RefuseKeysThatAreNone(string key)
    {
        string fault = Assert.Single(new ChartImgOptions { ApiKey = key }.Faults());
        Assert.True(key.Length == 0 || !fault.Contains(key, StringComparison.Ordinal));
    }
}
