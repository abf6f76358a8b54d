using Chartcast.ChartImgFake;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Providers.ChartImg.Accounts;

/// <summary>The provider and the plan of its key.</summary>
public sealed class ChartImgPlanTests
{
    private const string FourStudies = """{"symbol":"A:B","indicators":["rsi","sma","ema"]}""";

    private static FakeSettings BasicButFast => new()
    {
        Keys = new Dictionary<string, FakePlan>
        {
            [FakeSettings.DefaultKey] = FakePlan.Basic with { PerSecond = 1_000, Burst = 1_000 },
        },
    };

    [Theory]
    [InlineData("""{"symbol":"A:B","width":1000}""", "width")]
    [InlineData(FourStudies, "indicators")]
    public async Task Draw_CostsNothing_WhenThePlanIsKnownNotToAllowIt(string arguments, string field)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync(limits: AccountPlans.Smallest);

        ChartError error = await harness.FailAsync(arguments);

        Assert.Equal(ChartErrorCode.InvalidArgument, error.Code);
        Assert.Equal(field, Assert.Single(error.Faults).Field);
        Assert.Equal((0, 0), (harness.Fake.State.CallCount, harness.Account.Usage().Today));
    }

    // Reference part 6.3: 403 Exceed Max Usage Resolution Limit (800x600)
    [Fact]
    public async Task Error403_ResolutionLimit_IsLearned_SoThatTheNextCostsNothing()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync(BasicButFast);

        ChartError first = await harness.FailAsync("""{"symbol":"A:B","width":1000}""");
        ChartError second = await harness.FailAsync("""{"symbol":"A:B","width":1001}""");
        ChartProduct clamped = await harness.DrawAsync("""{"symbol":"A:B","width":1000,"allowClamp":true}""");

        Assert.Equal("Chart-IMG API error: Exceed Max Usage Resolution Limit (800x600)", first.Upstream);
        Assert.Contains("at most 800x600", first.Message, StringComparison.Ordinal);
        Assert.Equal(ChartErrorCode.InvalidArgument, second.Code);
        Assert.Equal((800, 480), (clamped.Image.WidthPx, clamped.Image.HeightPx));
        Assert.Contains(clamped.Report.Warnings, warning => warning.Contains("800x480", StringComparison.Ordinal));
        Assert.Equal(2, harness.Fake.State.CallCount);
        Assert.Equal(("basic", "learned"), (harness.Account.Limits.Plan, harness.Account.LimitsSource));
    }

    // Reference part 6.3: 403 Exceed Max Usage Parameter Limit (3)
    [Fact]
    public async Task Error403_ParameterLimit_IsLearned_SoThatTheNextCostsNothing()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync(BasicButFast);

        ChartError first = await harness.FailAsync(FourStudies);
        ChartError second = await harness.FailAsync(FourStudies);

        Assert.Contains("at most 3", first.Message, StringComparison.Ordinal);
        Assert.Equal(ChartErrorCode.InvalidArgument, second.Code);
        Assert.Equal(1, harness.Fake.State.CallCount);
    }

    [Fact]
    public async Task Draw_TakesTheVendorsWord_BeforeTheConfiguration()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync(
            BasicButFast, limits: AccountPlans.Find("pro"));
        await harness.FailAsync(FourStudies);
        Assert.Equal(3, harness.Account.Limits.MaximumParameters);
    }

    [Fact]
    public async Task Draw_KeepsToTheSlowestRate_UntilALargerPictureTellsMore()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync(limits: AccountLimits.Unknown);
        Assert.Equal((1, 3), (harness.Account.Limits.PerSecond, harness.Account.Limits.Burst));

        await harness.DrawAsync("""{"symbol":"A:B","width":1000}""");

        Assert.Equal((10, 15), (harness.Account.Limits.PerSecond, harness.Account.Limits.Burst));
        Assert.Null(harness.Account.Limits.Plan);
    }

    [Fact]
    public async Task Draw_WaitsForItsTurn_AndSaysSo_InsteadOfEarningARateLimit()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync(limits: AccountPlans.Smallest);
        for (int i = 0; i < 5; i++) await harness.DrawAsync($$"""{"symbol":"A:B{{i}}"}""");

        Assert.Equal(5, harness.Fake.State.CallCount);
        Assert.Equal(5, harness.Account.Usage().Today);
        Assert.Contains(harness.Steps, step => step.Message.StartsWith("Waiting 1.0 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draw_AsksForAWatermark_WhereThePlanHasIt()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync(limits: AccountPlans.Find("ultra"));
        await harness.DrawAsync("""{"symbol":"A:B","watermark":{"text":"Mine","size":32,"opacity":0.5}}""");
        Assert.Contains(
            "\"watermark\":\"Mine\",\"watermarkSize\":32,\"watermarkOpacity\":0.5",
            Assert.Single(harness.Fake.State.Calls).Body, StringComparison.Ordinal);
    }
}
