using Chartcast.Charting.Specs;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Csv;
using Chartcast.Indicators.Bars;

namespace Chartcast.Gallery;

/// <summary>The prices that pictures are drawn from: daily ones of a share, minutes of an index.</summary>
internal sealed class PriceFiles
{
    /// <summary>Size of a picture.</summary>
    private const int WidthPx = 420, HeightPx = 280;
    private const int Shown = 62;

    private PriceFiles(MarketDataResult daily, MarketDataResult minutes)
    {
        Daily = daily.Series;
        Minutes = minutes.Series;
    }

    public BarSeries Daily { get; }

    public BarSeries Minutes { get; }

    public static async Task<PriceFiles> ReadAsync(string folder)
    {
        var feed = new CsvFolderFeed(folder, TimeProvider.System);
        return new PriceFiles(
            await Read("yahoofinance-AAPL-20040819-20180120", "1D"), await Read("SP500_NOV2019_IDay", "5m"));

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
