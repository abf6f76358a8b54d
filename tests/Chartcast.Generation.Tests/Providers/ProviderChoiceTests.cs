using Chartcast.Generation.MarketData;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Providers;

public sealed class ProviderChoiceTests
{
    [Theory]
    [InlineData("NASDAQ:AAPL", ProviderPreference.Auto, ImageFormat.Png, true, "chart-img")]
    [InlineData("NASDAQ:AAPL", ProviderPreference.Auto, ImageFormat.Png, false, "local")]
    [InlineData("NASDAQ:AAPL", ProviderPreference.Auto, ImageFormat.Svg, true, "local")]
    [InlineData("NASDAQ:AAPL", ProviderPreference.Auto, ImageFormat.Webp, true, "local")]
    [InlineData("NASDAQ:AAPL", ProviderPreference.Auto, ImageFormat.Jpeg, true, "chart-img")]
    [InlineData("NASDAQ:AAPL", ProviderPreference.Auto, ImageFormat.Jpeg, false, "local")]
    [InlineData("DEMO:BTC", ProviderPreference.Auto, ImageFormat.Jpeg, true, "local")]
    [InlineData("NASDAQ:AAPL", ProviderPreference.Local, ImageFormat.Jpeg, true, "local")]
    [InlineData("FILE:spy", ProviderPreference.Auto, ImageFormat.Png, true, "local")]
    [InlineData("DEMO:BTC", ProviderPreference.Auto, ImageFormat.Png, true, "local")]
    [InlineData("NASDAQ:AAPL", ProviderPreference.Local, ImageFormat.Png, true, "local")]
    [InlineData("NASDAQ:AAPL", ProviderPreference.ChartImg, ImageFormat.Png, true, "chart-img")]
    public void Choose_TakesTheProviderThatCan(
        string symbol, ProviderPreference wanted, ImageFormat format, bool hasKey, string expected) =>
        Assert.Equal(expected, Choice(hasKey).Choose(Request(symbol, wanted, format)).Name);

    [Fact]
    public void Choose_NamesTheKeyThatIsMissing()
    {
        ChartException exception = Assert.Throws<ChartException>(() => Choice(hasKey: false).Choose(
            Request("NASDAQ:AAPL", ProviderPreference.ChartImg, ImageFormat.Png)));

        Assert.Equal(ChartErrorCode.ProviderUnavailable, exception.Error.Code);
        Assert.Contains("CHART_IMG_API_KEY", exception.Error.Message, StringComparison.Ordinal);
    }

    private static ProviderChoice Choice(bool hasKey) =>
        new(new NamedProvider("local"), hasKey ? new NamedProvider("chart-img") : null);

    private static ChartRequest Request(string symbol, ProviderPreference wanted, ImageFormat format) =>
        new() { Symbol = Symbol.Parse(symbol), Provider = wanted, Format = format };

    private sealed class NamedProvider(string name) : IChartProvider
    {
        public string Name => name;

        public Task<ChartProduct> DrawAsync(
            ChartRequest request, IProgress<ChartStep> progress, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("The choice draws nothing.");
    }
}
