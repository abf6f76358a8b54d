using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.DirectionalMovement;

public sealed class DirectionalMovementTests
{
    // Moves up 3, 5, 0, down 0, 0, 7; true ranges 4, 5, 8; Wilder means of two.
    [Fact]
    public void Compute_IsHandChecked()
    {
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("dmi", Quotes.Four, 2, 1);
        double last = 100 * 24 / 88.0;
        Sheet.AssertSame([double.NaN, double.NaN, 400 / 4.5, 32], plots[0].Values);
        Sheet.AssertSame([double.NaN, double.NaN, 0, 56], plots[1].Values);
        Sheet.AssertSame([double.NaN, double.NaN, 100, last], plots[2].Values);
        Sheet.AssertSame([double.NaN, double.NaN, 100, last], plots[3].Values);
        Sheet.AssertSame([double.NaN, double.NaN, double.NaN, (100 + last) / 2], plots[4].Values);
    }

    [Fact]
    public void Compute_FindsNoDirection_WhenBarsStayWithinTheOneBefore() => Assert.Equal(
        [double.NaN, 0, 0],
        Computed.Plots("dmi", Computed.Ranges((9, 1), (8, 2), (7, 3)), 1, 1)[2].Values);
}
