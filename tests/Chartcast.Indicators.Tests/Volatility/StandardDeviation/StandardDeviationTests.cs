using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volatility.StandardDeviation;

public sealed class StandardDeviationTests
{
    [Fact]
    public void Compute_DividesByTheNumberOfCloses() =>
        Sheet.AssertSame([double.NaN, 1, 2], Computed.OverCloses("stddev", [2, 4, 8], 2, 1));

    [Fact]
    public void Compute_TakesNegativeFactors() =>
        Sheet.AssertSame([double.NaN, -3, -6], Computed.OverCloses("stdev", [2, 4, 8], 2, -3));
}
