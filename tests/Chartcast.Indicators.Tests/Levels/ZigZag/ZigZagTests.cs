using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Levels.ZigZag;

public sealed class ZigZagTests
{
    private static readonly double[] Closes = [10, 11, 12, 11, 10, 9, 8, 9, 10, 11, 12, 13, 12, 11];

    [Fact]
    public void Compute_GoesFromTurnToTurn_AndOnToTheLastBar()
    {
        double[] line = Computed.OverCloses("zigzag", Closes, 10, 4);
        AssertTurns([(2, 12), (6, 8), (11, 13), (13, 11)], line);
    }

    [Fact]
    public void Compute_LeavesSmallMovesOut() =>
        AssertTurns([(11, 13), (13, 11)], Computed.OverCloses("zigzag", Closes, 60, 4));

    [Fact]
    public void Compute_MakesOneTurnABar()
    {
        BarSeries bars = Computed.Ranges((10, 9), (10, 9), (20, 1), (10, 9), (10, 9));
        AssertTurns([(2, 20), (4, 9)], Computed.Plots("zigzag", bars, 5, 4)[0].Values);
    }

    [Fact]
    public void Compute_HasNoLine_WithoutTurns()
    {
        AssertTurns([], Computed.OverCloses("zigzag", [], 5, 10));
        AssertTurns([], Computed.OverCloses("zigzag", [.. Enumerable.Repeat(5.0, 40)], 5, 10));
    }

    private static void AssertTurns((int Index, double Price)[] expected, double[] line) => Assert.Equal(
        expected, line.Select((price, i) => (i, price)).Where(turn => !double.IsNaN(turn.price)));
}
