using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volatility.AverageDayRange;

public sealed class AverageDayRangeTests
{
    [Fact]
    public void Compute_LeavesGapsOut() =>
        Sheet.AssertSame([double.NaN, 4, 4, 6], Computed.Plots("adr", Quotes.Four, 2)[0].Values);
}
