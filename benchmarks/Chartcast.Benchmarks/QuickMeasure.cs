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
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"PNG: {chart.BarsToPng().Length:N0} bytes"));
        provider.CleanUp();
    }

    private static void Measure(TextWriter output, string name, Action call)
    {
        for (int i = 0; i < WarmUpCalls; i++) call();
        var batchesMs = new double[Batches];
        // All threads, because a request may change threads on its way.
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        for (int batch = 0; batch < Batches; batch++)
        {
            long started = Stopwatch.GetTimestamp();
            for (int i = 0; i < CallsPerBatch; i++) call();
            batchesMs[batch] = Stopwatch.GetElapsedTime(started).TotalMilliseconds / CallsPerBatch;
        }

        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        Array.Sort(batchesMs);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {batchesMs[Batches / 2]:0.00} | {batchesMs[0]:0.00}–{batchesMs[^1]:0.00} "
            + $"| {allocated / (Batches * CallsPerBatch) / 1024.0:0.0} KiB |"));
    }
}
