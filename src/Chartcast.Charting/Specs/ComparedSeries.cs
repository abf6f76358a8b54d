using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Specs;

/// <summary>Another symbol drawn as a line on the price pane.</summary>
/// <param name="Symbol">Its symbol, such as <c>NASDAQ:MSFT</c>.</param>
/// <param name="Bars">Its bars at the chart's interval; only those that open with a bar of the chart count.</param>
public sealed record ComparedSeries(string Symbol, BarSeries Bars);
