using System.Globalization;

namespace Chartcast.RequestBenchmark.Protocol;

/// <summary>Calls one tool over MCP on several servers in turn and compares them with the first.</summary>
internal static class ProtocolRun
{
    // Just-in-time compilers want processor time, and on a busy machine a run of some seconds may give them little.
    private static readonly TimeSpan WarmUpCpu = TimeSpan.FromSeconds(5);
    private const int MaxWarmUpRuns = 20;
    private static readonly int[] ClientCounts = [1, 8];

    /// <summary>Measures every case and writes a table.</summary>
    public static async Task RunAsync(ProtocolEra era, BenchmarkOptions options, TextWriter output)
    {
        await output.WriteLineAsync(
            "| server | clients | calls a second (min–max) | p50 ms (min–max) | p99 ms (min–max) "
            + "| server CPU ms a call | client CPU ms a call | first's rate ÷ its | its CPU ÷ first's |");
        await output.WriteLineAsync("|---|---|---|---|---|---|---|---|---|");
        foreach (MeasuredServer server in options.Servers) WarmUp(era, server, options.Duration);
        foreach (int clients in ClientCounts)
        {
            foreach (MeasuredServer server in options.Servers) ClientGroup.Run(era, server, clients, options.Duration);
            List<RunFigures>[] figures = [.. options.Servers.Select(static _ => new List<RunFigures>())];
            for (int run = 0; run < options.Runs; run++)
            {
                for (int i = 0; i < figures.Length; i++)
                    figures[i].Add(ClientGroup.Run(era, options.Servers[i], clients, options.Duration));
            }

            for (int i = 0; i < figures.Length; i++)
                await output.WriteLineAsync(Row(options.Servers[i].Name, clients, figures[i], figures[0]));
        }
    }

    private static void WarmUp(ProtocolEra era, MeasuredServer server, TimeSpan duration)
    {
        TimeSpan end = server.CpuTime() + WarmUpCpu;
        for (int run = 0; run < MaxWarmUpRuns && server.CpuTime() < end; run++)
            ClientGroup.Run(era, server, ClientCounts[^1], duration);
    }

    // Compared run by run: neighbours in time share what else the machine does.
    private static string Row(string name, int clients, List<RunFigures> its, List<RunFigures> firsts)
    {
        var pairs = its.Zip(firsts).ToList();
        return $"| {name} | {clients} | {Spread(its.Select(static run => run.PerSecond), "0")} "
            + $"| {Spread(its.Select(static run => run.P50Ms), "0.000")} "
            + $"| {Spread(its.Select(static run => run.P99Ms), "0.00")} "
            + $"| {Spread(its.Select(static run => run.ServerCpuMs), "0.000")} "
            + $"| {Spread(its.Select(static run => run.ClientCpuMs), "0.000")} "
            + $"| {Spread(pairs.Select(static pair => pair.Second.PerSecond / pair.First.PerSecond), "0.0")} "
            + $"| {Spread(pairs.Select(static pair => pair.First.ServerCpuMs / pair.Second.ServerCpuMs), "0.0")} |";
    }

    private static string Spread(IEnumerable<double> values, string format)
    {
        double[] sorted = [.. values.Order()];
        string Text(double number) => number.ToString(format, CultureInfo.InvariantCulture);
        return $"{Text(sorted[sorted.Length / 2])} ({Text(sorted[0])}–{Text(sorted[^1])})";
    }
}
