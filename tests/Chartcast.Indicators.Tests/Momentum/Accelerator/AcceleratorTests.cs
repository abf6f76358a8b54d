using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum.Accelerator;

public sealed class AcceleratorTests
{
    [Fact]
    public void Compute_IsTheAwesomeOscillatorWithoutItsMean()
    {
        double[] awesome = Computed.Plots("ao", Sheet.ReadBars())[0].Values;
        Sheet.AssertSame(
            [.. awesome.Select((value, i) => i < 37 ? double.NaN : value - awesome[(i - 4)..(i + 1)].Average())],
            Computed.Plots("ac", Sheet.ReadBars())[0].Values);
    }
}
