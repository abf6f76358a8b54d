namespace Chartcast.Generation.MarketData;

/// <summary>Which part of a trading day is shown.</summary>
public enum TradingSession
{
    /// <summary>The exchange's main hours, such as 09:30 to 16:00.</summary>
    Regular,

    /// <summary>Also what is traded before and after.</summary>
    Extended,
}
