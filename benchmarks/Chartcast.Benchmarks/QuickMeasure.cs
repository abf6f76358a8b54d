using System.Diagnostics;
using System.Globalization;

namespace Chartcast.Benchmarks;

/// <summary>Measures without the harness, in seconds instead of minutes: batches of calls, their median, least and
/// most.</summary>
internal static class QuickMeasure
{
    private const int WarmUpCalls = 1_500;
    private const int Batches = 25;
    private const int CallsPerBatch = 40;
    private static readonly TimeSpan ThroughputTime = TimeSpan.FromSeconds(3);

    /// <summary>Measures and writes everything as a table.</summary>
    public static void Run(TextWriter output)
    {
        var chart = new ChartBenchmark();
        chart.Prepare();
        var provider = new ProviderBenchmark();
        provider.Prepare();
        output.WriteLine("| step | median ms | min–max ms | allocated a chart |");
        output.WriteLine("|---|---|---|---|");
        Measure(output, "bars → scene", () => chart.BarsToScene());
        Measure(output, "scene → PNG", () => chart.SceneToPng());
        Measure(output, "bars → PNG", () => chart.BarsToPng());
        Measure(output, "scene → SVG", () => chart.SceneToSvg());
        Measure(output, "request of a CSV file → PNG, hash, report", () => provider.RequestToProduct().Wait());
        var large = new ChartBenchmark { WidthPx = 1_920, HeightPx = 1_080 };
        large.Prepare();
        Measure(output, "bars → PNG, 1920 × 1080", () => large.BarsToPng());
        MeasureDense(output, 100_000, share: 10);
        MeasureDense(output, 1_000_000, share: 100);
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"PNG: {chart.BarsToPng().Length:N0} bytes; 1920 × 1080: {large.BarsToPng().Length:N0} bytes"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"On {Environment.ProcessorCount} threads: {PerSecond(() => chart.BarsToPng()):N0} charts a second"));
        provider.CleanUp();
    }

    /// <summary>A chart of minutes, narrower than a pixel each; a share of the usual calls.</summary>
    private static void MeasureDense(TextWriter output, int bars, int share)
    {
        var chart = new ChartBenchmark { BarCount = bars };
        chart.Prepare();
        string name = string.Create(CultureInfo.InvariantCulture, $"{bars:N0} bars → PNG");
        Measure(output, name, () => chart.BarsToPng(), share);
    }

    /// <summary>How many calls all threads together make in a second, a thread a processor.</summary>
    private static double PerSecond(Action call)
    {
        long calls = 0, until = Stopwatch.GetTimestamp() + (long)(ThroughputTime.TotalSeconds * Stopwatch.Frequency);
        var threads = new Thread[Environment.ProcessorCount];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() =>
            {
                long made = 0;
                for (; Stopwatch.GetTimestamp() < until; made++) call();
                Interlocked.Add(ref calls, made);
            });
            threads[i].Start();
        }

        foreach (Thread thread in threads) thread.Join();
        return calls / ThroughputTime.TotalSeconds;
    }

    private static void Measure(TextWriter output, string name, Action call, int share = 1)
    {
        int callsPerBatch = Math.Max(1, CallsPerBatch / share);
        for (int i = 0; i < WarmUpCalls / share; i++) call();
        var batchesMs = new double[Batches];
        // All threads, because a request may change threads on its way.
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        for (int batch = 0; batch < Batches; batch++)
        {
            long started = Stopwatch.GetTimestamp();
            for (int i = 0; i < callsPerBatch; i++) call();
            batchesMs[batch] = Stopwatch.GetElapsedTime(started).TotalMilliseconds / callsPerBatch;
        }

        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        Array.Sort(batchesMs);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {batchesMs[Batches / 2]:0.00} | {batchesMs[0]:0.00}–{batchesMs[^1]:0.00} "
            + $"| {allocated / (Batches * callsPerBatch) / 1024.0:0.0} KiB |"));
    }
}
