using Chartcast.Charting.Specs;

namespace Chartcast.Charting.Composing;

/// <summary>The units that the rows of a vertical axis are evenly spaced in.</summary>
/// <remarks>
/// regular: u(v) = v. percent: u(v) = 100·(v − b)/|b|. indexedTo100: the same + 100. logarithmic: u(v) =
/// sign(v)·(log10(|v| + c) + k), and 0 for 0.
/// </remarks>
/// <param name="Mode">Which of them.</param>
/// <param name="LogShift">k; 0 in other modes.</param>
/// <param name="LogOffset">c; 0 in other modes.</param>
/// <param name="Bases">b of the chart's symbol, then of each compared one; empty in other modes.</param>
public sealed record AxisUnits(ScaleMode Mode, double LogShift, double LogOffset, IReadOnlyList<AxisBase> Bases)
{
    /// <summary>Values themselves.</summary>
    public static AxisUnits Regular { get; } = new(ScaleMode.Regular, 0, 0, []);
}

/// <summary>The price of a symbol that is 0 % or 100 points.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Price">Its first visible price that is not 0.</param>
public sealed record AxisBase(string Symbol, double Price);
