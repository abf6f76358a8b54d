using System.Diagnostics;
using System.Globalization;

namespace Chartcast.StreamBenchmark;

/// <summary>What was measured.</summary>
internal sealed record BenchmarkResult(
    int Listeners, long Events, long Delivered, long Lost, TimeSpan Took, long[] SortedDelays,
    double CpuMicrosecondsPerEvent, long MemoryBytesPerListener)
{
    public string ToTable() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        | listeners × events    | {Listeners} × {Events} |
        |---|---|
        | delivered, lost       | {Delivered}, {Lost} |
        | fan-out p50, p99, max | {Delay(0.5)}, {Delay(0.99)}, {Delay(1)} ms |
        | server CPU a delivery | {CpuMicrosecondsPerEvent:0.0} µs |
        | server memory a listener | {MemoryBytesPerListener / 1024.0:0.0} KiB |
        | took                  | {Took.TotalSeconds:0.0} s |
        """);

    private string Delay(double share)
    {
        if (SortedDelays.Length == 0) return "–";
        long ticks = SortedDelays[(int)Math.Ceiling((SortedDelays.Length - 1) * share)];
        return (ticks * 1000.0 / Stopwatch.Frequency).ToString("0.00", CultureInfo.InvariantCulture);
    }
}
