using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.TillsonT3;

public sealed class TillsonT3Tests
{
    [Theory]
    [InlineData(0.7)]
    [InlineData(0)]
    [InlineData(1)]
    public void Compute_EqualsThreeDoubleMeansInARow(double factor)
    {
        // Tillson's own way: the mean (1 + v)·e₁ − v·e₂ of the mean of the mean.
        double[] values = Sheet.ReadBars().Closes.ToArray();
        for (int i = 0; i < 3; i++)
        {
            ExponentialMean once = new(5), twice = new(5);
            values = [.. values.Select(value =>
            {
                double first = once.Next(value);
                return (1 + factor) * first - factor * twice.Next(first);
            })];
        }

        double[] actual = Computed.Plots("t3", Sheet.ReadBars(), 5, factor)[0].Values;
        Assert.Equal(24, Array.FindIndex(actual, double.IsFinite));
        // The order of means differs, and so do the seeds.
        Sheet.AssertSame(values, actual, 110, 1e-6);
    }

    [Fact]
    public void Compute_IsThePrice_WhenTheLengthIsOne() =>
        Sheet.AssertSame([3, 1, 4], Computed.OverCloses("t3", [3, 1, 4], 1));
}
