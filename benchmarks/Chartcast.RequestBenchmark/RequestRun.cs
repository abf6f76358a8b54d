using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Chartcast.RequestBenchmark;

/// <summary>Asks one server over kept connections; every client asks again once it has its answer.</summary>
internal static class RequestRun
{
    private static readonly int[] ClientCounts = [1, 8];
    private static readonly Uri CallPath = new("/mcp/tools/call", UriKind.Relative);

    /// <summary>Measures every case and writes a table.</summary>
    public static async Task RunAsync(BenchmarkOptions options, TextWriter output)
    {
        await output.WriteLineAsync(
            "| request | clients | a second (min–max) | p50 ms (min–max) | p99 ms (min–max) | server CPU ms each |");
        await output.WriteLineAsync("|---|---|---|---|---|---|");
        foreach (int clients in ClientCounts)
        {
            await MeasureAsync(options, output, "health_check", clients, static (_, _) => HealthCall);
            await MeasureAsync(
                options, output, "generate_chart, inline PNG", clients,
                (client, _) => ChartCall(options.Symbol, client));
        }
    }

    private const string HealthCall =
        """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"health_check","arguments":{} } }""";

    // Clients ask for slightly different charts: equal ones asked for at once would share one piece of work.
    private static string ChartCall(string symbol, int client) =>
        $$$"""
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"generate_chart","arguments":{
        "symbol":"{{{symbol}}}","interval":"1D","width":800,"height":600,"bars":{{{300 - client}}},
        "indicators":["sma:20","sma:50","rsi:14"]} } }
        """;

    private static async Task MeasureAsync(
        BenchmarkOptions options, TextWriter output, string name, int clients, Func<int, int, string> call)
    {
        await RunOnceAsync(options, clients, call);
        var results = new List<RunResult>(options.Runs);
        for (int run = 0; run < options.Runs; run++) results.Add(await RunOnceAsync(options, clients, call));
        await output.WriteLineAsync(
            $"| {name} | {clients} | {Spread(results, result => result.PerSecond, "0")} "
            + $"| {Spread(results, result => result.P50Ms, "0.00")} "
            + $"| {Spread(results, result => result.P99Ms, "0.00")} "
            + $"| {Spread(results, result => result.ServerCpuMs, "0.00")} |");
    }

    private static async Task<RunResult> RunOnceAsync(
        BenchmarkOptions options, int clients, Func<int, int, string> call)
    {
        double cpuBefore = ServerCpuMs(options);
        long started = Stopwatch.GetTimestamp();
        List<double>[] delays = await Task.WhenAll(Enumerable.Range(0, clients).Select(
            client => Task.Run(() => AskAsync(options, client, call))));
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        double[] sorted = [.. delays.SelectMany(static list => list).Order()];
        return new RunResult(
            sorted.Length / seconds, sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.99)],
            (ServerCpuMs(options) - cpuBefore) / sorted.Length);
    }

    private static async Task<List<double>> AskAsync(
        BenchmarkOptions options, int client, Func<int, int, string> call)
    {
        var delays = new List<double>();
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var http = new HttpClient(handler) { BaseAddress = options.Url };
        long begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < options.Duration)
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(call(client, delays.Count)));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            long asked = Stopwatch.GetTimestamp();
            using HttpResponseMessage answer = await http.PostAsync(CallPath, content);
            byte[] body = await answer.Content.ReadAsByteArrayAsync();
            delays.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{(int)answer.StatusCode}: {Encoding.UTF8.GetString(body)}");
        }

        return delays;
    }

    private static double ServerCpuMs(BenchmarkOptions options)
    {
        if (options.ProcessId is not { } id) return double.NaN;
        using Process process = Process.GetProcessById(id);
        return process.TotalProcessorTime.TotalMilliseconds;
    }

    private static string Spread(List<RunResult> results, Func<RunResult, double> value, string format)
    {
        double[] sorted = [.. results.Select(value).Order()];
        string Text(double number) =>
            double.IsNaN(number) ? "–" : number.ToString(format, CultureInfo.InvariantCulture);
        return $"{Text(sorted[sorted.Length / 2])} ({Text(sorted[0])}–{Text(sorted[^1])})";
    }

    private readonly record struct RunResult(double PerSecond, double P50Ms, double P99Ms, double ServerCpuMs);
}
