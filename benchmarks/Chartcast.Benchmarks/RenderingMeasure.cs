using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Chartcast.Indicators.Bars;

namespace Chartcast.Benchmarks;

/// <summary>Our row of <c>benchmarks/rendering</c>, and the bars that all rows draw.</summary>
internal static class RenderingMeasure
{
    private const int WarmUpCalls = 1_500;
    private const int Calls = 400;

    /// <summary>Writes the bars, oldest first, as JSON: time in seconds, open, high, low, close, volume.</summary>
    public static void WriteBars(string path)
    {
        var chart = new ChartBenchmark();
        chart.Prepare();
        using FileStream file = File.Create(path);
        using var json = new Utf8JsonWriter(file);
        json.WriteStartObject();
        json.WriteNumber("shown", ChartBenchmark.Shown);
        json.WriteStartArray("bars");
        for (int i = 0; i < chart.Bars.Count; i++)
        {
            Bar bar = chart.Bars[i];
            json.WriteStartArray();
            json.WriteNumberValue(bar.OpenTimeMs / 1_000);
            foreach (double value in (double[])[bar.Open, bar.High, bar.Low, bar.Close, bar.Volume])
                json.WriteNumberValue(value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Prints a row: name, median and least milliseconds, bytes of the picture, resident memory.</summary>
    public static void Run(TextWriter output)
    {
        foreach ((int width, int height) in new[] { (800, 600), (1_920, 1_080) })
        {
            var chart = new ChartBenchmark { WidthPx = width, HeightPx = height };
            chart.Prepare();
            int bytes = 0;
            for (int i = 0; i < WarmUpCalls; i++) bytes = chart.BarsToPng().Length;
            var times = new double[Calls];
            for (int i = 0; i < Calls; i++)
            {
                long started = Stopwatch.GetTimestamp();
                chart.BarsToPng();
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }

            Array.Sort(times);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| Chartcast, {width}×{height} | {times[Calls / 2]:0.00} | {times[0]:0.00} | {bytes:N0} "
                + $"| {Environment.WorkingSet >> 20} MiB |"));
        }
    }
}
