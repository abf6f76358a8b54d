namespace Chartcast.Generation.MarketData.Csv;

/// <summary>What a vendor's files are known for beyond their columns.</summary>
/// <param name="Name">The vendor, as warnings name it.</param>
/// <param name="ZoneId">Zone of local intraday times; null when the files do not tell.</param>
/// <param name="Adjusted"><c>none</c>, <c>splits</c>, <c>splits+dividends</c> or <c>unknown</c>.</param>
/// <param name="DayOrder">How dates such as <c>1/2/2026</c> are meant.</param>
/// <param name="DropsFlatWeekends">Whether weekend bars without volume are filling and no trades.</param>
internal sealed record CsvDialect(
    string Name, string? ZoneId = null, string Adjusted = "unknown", DayOrder DayOrder = DayOrder.Unknown,
    bool DropsFlatWeekends = false)
{
    private const string NewYork = "America/New_York";

    public static CsvDialect Generic { get; } = new("generic");
    public static CsvDialect Binance { get; } = new("Binance", "Etc/UTC", "none");
    public static CsvDialect Kraken { get; } = new("Kraken", "Etc/UTC", "none");
    public static CsvDialect MetaTrader4 { get; } = new("MetaTrader 4");

    /// <summary>Eastern standard time all year; the sign of such zone names is reversed.</summary>
    public static CsvDialect HistData { get; } = new("HistData", "Etc/GMT+5", "none");

    /// <summary>Recognizes a vendor by the names of its columns.</summary>
    /// <param name="headers">Normalized names in order, see <see cref="CsvColumns.Normalize"/>.</param>
    public static CsvDialect Find(IReadOnlyList<string> headers)
    {
        bool Has(string name) => headers.Contains(name);
        if (Has("dividend_amount") && Has("split_coefficient")) return new CsvDialect("Alpha Vantage", NewYork, "none");
        if (Has("adj close")) return new CsvDialect("Yahoo", NewYork, "splits", DayOrder.MonthFirst);
        if (Has("tickvol")) return new CsvDialect("MetaTrader 5");
        if (Has("ticker") && Has("per")) return new CsvDialect("Stooq", "Europe/Warsaw");
        if (Has("gmt time")) return new CsvDialect("Dukascopy", "Etc/UTC", "none", DayOrder.DayFirst, true);
        if (Has("unix") && Has("symbol")) return new CsvDialect("CryptoDataDownload", "Etc/UTC", "none");
        if (Has("open_time") && Has("close_time")) return Binance;
        if (Has("close/last")) return new CsvDialect("Nasdaq.com", NewYork, "splits", DayOrder.MonthFirst);
        if (Has("change %") && Has("price")) return new CsvDialect("Investing.com");
        if (Has("last") && Has("change") && Has("time"))
            return new CsvDialect("barchart", "America/Chicago", DayOrder: DayOrder.MonthFirst);
        if (headers is ["timestamp", "open", "high", "low", "close", "volume"])
            return new CsvDialect("Alpha Vantage", NewYork);
        return headers is ["time", "open", "high", "low", "close", ..] ? new CsvDialect("TradingView") : Generic;
    }
}
