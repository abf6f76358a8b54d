using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Specs;

/// <summary>Another symbol drawn as a line on the price pane.</summary>
/// <param name="Symbol">Its symbol, such as <c>NASDAQ:MSFT</c>.</param>
/// <param name="Bars">Its bars at the chart's interval; only those that open with a bar of the chart count. Bars it
/// does not have are bridged by the line.</param>
/// <param name="PriceDecimals">Decimals of its prices, 0–12; default 2.</param>
public sealed record ComparedSeries(string Symbol, BarSeries Bars, int PriceDecimals = 2);
