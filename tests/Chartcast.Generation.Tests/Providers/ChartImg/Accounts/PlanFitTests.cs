using System.Text.Json;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Providers.ChartImg.Accounts;

public sealed class PlanFitTests
{
    private static AccountLimits Basic => AccountPlans.Smallest;

    [Theory]
    [InlineData("""{"symbol":"A:B"}""")]
    [InlineData("""{"symbol":"A:B","width":400,"height":300,"pixelRatio":2}""")]
    [InlineData("""{"symbol":"A:B","indicators":["rsi","sma"]}""")]
    [InlineData("""{"symbol":"A:B","showVolume":false,"indicators":["rsi","sma","ema"]}""")]
    [InlineData("""{"symbol":"A:B","indicators":["rsi","sma","volume"]}""")]
    [InlineData("""{"symbol":"A:B","indicators":["rsi"],"drawings":[{"type":"horizontal_line","price":1}]}""")]
    public void Of_LetsPass_WhatThePlanAllows(string arguments)
    {
        ChartRequest request = Read(arguments);
        PlanFit fit = PlanFit.Of(request, Basic);
        Assert.Same(request, fit.Request);
        Assert.Empty(fit.Clamps);
        Assert.Empty(fit.Faults);
    }

    [Theory]
    [InlineData("""{"symbol":"A:B","width":801}""", "width", "800x600")]
    [InlineData("""{"symbol":"A:B","height":601}""", "height", "800x600")]
    [InlineData("""{"symbol":"A:B","width":401,"height":300,"pixelRatio":2}""", "width", "802")]
    [InlineData("""{"symbol":"A:B","indicators":["rsi","sma","ema"]}""", "indicators", "allows 3")]
    [InlineData(
        """{"symbol":"A:B","drawings":[{"type":"horizontal_line","price":1},{"type":"horizontal_line","price":2},{"type":"horizontal_line","price":3}]}""",
        "drawings", "allows 3")]
    [InlineData("""{"symbol":"A:B","watermark":"mine"}""", "watermark", "ultra and enterprise")]
    public void Of_RefusesBeforeTheCall_WhatIsOverThePlan(string arguments, string field, string words)
    {
        FieldFault fault = Assert.Single(PlanFit.Of(Read(arguments), Basic).Faults);
        Assert.Equal(field, fault.Field);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.Contains("allowClamp", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1600, 1200, 1, 800, 600, 1)]
    [InlineData(1600, 600, 1, 800, 300, 1)]
    [InlineData(800, 600, 2, 800, 600, 1)]
    [InlineData(1000, 500, 3, 800, 400, 1)]
    [InlineData(4000, 400, 1, 800, 300, 1)]
    public void Of_MakesThePictureSmaller_WhenAllowed(
        int width, int height, int ratio, int toWidth, int toHeight, int toRatio)
    {
        PlanFit fit = PlanFit.Of(
            Read($$"""{"symbol":"A:B","width":{{width}},"height":{{height}},"pixelRatio":{{ratio}},"allowClamp":true}"""), Basic);

        Assert.Equal((toWidth, toHeight, toRatio), (fit.Request.WidthPx, fit.Request.HeightPx, fit.Request.PixelRatio));
        Assert.Contains($"instead of {width * ratio}x{height * ratio}", Assert.Single(fit.Clamps), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_LeavesOutVolumeThenDrawingsThenIndicators_WhenAllowed()
    {
        PlanFit fit = PlanFit.Of(
            Read(
                """
                {"symbol":"A:B","allowClamp":true,"indicators":["rsi","sma","ema","macd"],
                "drawings":[{"type":"horizontal_line","price":1}]}
                """),
            Basic);

        Assert.Equal(
            ["Relative Strength Index", "Moving Average", "Moving Average Exponential"],
            fit.Request.Studies.Select(study => study.Listing.Name));
        Assert.Empty(fit.Request.Appearance.Drawings);
        Assert.Equal(3, PlanFit.ParametersOf(fit.Request));
        Assert.StartsWith("Left out Volume, Horizontal Line, MACD:", Assert.Single(fit.Clamps), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_BringsNoVolume_InPlaceOfOneThatWasLeftOut()
    {
        PlanFit fit = PlanFit.Of(
            Read("""{"symbol":"A:B","allowClamp":true,"indicators":["rsi","sma","ema","volume"]}"""), Basic);
        Assert.Equal(3, PlanFit.ParametersOf(fit.Request));
    }

    [Fact]
    public void Of_RefusesNothing_ThatIsNotKnownToBeLimited() =>
        Assert.Empty(PlanFit.Of(Read("""{"symbol":"A:B","width":2000,"indicators":["rsi","sma","ema"]}"""), AccountLimits.Unknown).Faults);

    [Theory]
    [InlineData(800, 600, "basic")]
    [InlineData(1920, 1080, "pro")]
    [InlineData(1920, 1600, "mega")]
    [InlineData(2048, 1920, null)]
    [InlineData(999, 999, null)]
    public void OfSize_KnowsThePlan_WhereOnlyOneHasTheSize(int width, int height, string? plan) =>
        Assert.Equal(plan, AccountPlans.OfSize(width, height).Plan);

    [Theory]
    [InlineData(3, "basic", 1, 3, 50)]
    [InlineData(5, "pro", 10, 15, 500)]
    [InlineData(10, "mega", 15, 25, 1_000)]
    [InlineData(25, "ultra", 35, 50, 3_000)]
    [InlineData(50, "enterprise", 35, 50, 5_000)]
    public void OfParameters_KnowsThePlan(int count, string plan, int perSecond, int burst, int perDay)
    {
        AccountLimits found = AccountPlans.OfParameters(count);
        Assert.Equal((plan, perSecond, burst, perDay), (found.Plan, found.PerSecond, found.Burst, found.PerDay));
    }

    private static ChartRequest Read(string arguments)
    {
        using JsonDocument document = JsonDocument.Parse(arguments);
        return ChartRequestReader.Read(document.RootElement);
    }
}
