using Chartcast.Charting.Specs;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Csv;
using Chartcast.Generation.MarketData.Sample;
using Chartcast.Indicators.Bars;

namespace Chartcast.Gallery;

/// <summary>The prices that pictures are drawn from: daily ones of a share, minutes of an index.</summary>
internal sealed class PriceFiles
{
    /// <summary>Size of a picture.</summary>
    private const int WidthPx = 420, HeightPx = 280;
    private const int Shown = 62, OtherBars = 200;

    private PriceFiles(MarketDataResult daily, MarketDataResult other, MarketDataResult minutes)
    {
        Daily = daily.Series;
        Other = new ComparedSeries("DEMO:BTC", other.Series, other.PriceDecimals);
        Minutes = minutes.Series;
    }

    public BarSeries Daily { get; }

    public BarSeries Minutes { get; }

    /// <summary>Sample data of the same days, for studies that read two symbols.</summary>
    public ComparedSeries Other { get; }

    public static async Task<PriceFiles> ReadAsync(string folder)
    {
        var feed = new CsvFolderFeed(folder, TimeProvider.System);
        MarketDataResult daily = await Read("yahoofinance-AAPL-20040819-20180120", "1D");
        return new PriceFiles(daily, await Other(daily.Series), await Read("SP500_NOV2019_IDay", "5m"));

        async Task<MarketDataResult> Other(BarSeries days) => await new SampleFeed(TimeProvider.System).ReadAsync(
            new MarketDataQuery(
                Symbol.Parse("DEMO:BTC"), days.Interval, null, 0,
                DateTimeOffset.FromUnixTimeMilliseconds(days.OpenTimesMs[^Math.Min(days.Count, OtherBars)]),
                DateTimeOffset.FromUnixTimeMilliseconds(days.OpenTimesMs[^1])),
            CancellationToken.None);

        async Task<MarketDataResult> Read(string name, string interval) => await feed.ReadAsync(
            new MarketDataQuery(Symbol.Parse("FILE:" + name), BarInterval.Parse(interval), null, 0, null, null),
            CancellationToken.None);
    }

    /// <summary>A chart of the share's last days.</summary>
    public ChartSpec DailySpec(params IReadOnlyList<StudySpec> studies) => new()
    {
        Symbol = "NASDAQ:AAPL",
        Interval = Daily.Interval,
        WidthPx = WidthPx,
        HeightPx = HeightPx,
        Studies = studies,
        FirstVisible = Daily.Count - Shown,
    };

    /// <summary>A chart of the index' last minutes.</summary>
    public ChartSpec MinutesSpec() => DailySpec() with
    {
        Symbol = "SP:SPX",
        Interval = Minutes.Interval,
        FirstVisible = Minutes.Count - 2 * Shown,
    };
}
