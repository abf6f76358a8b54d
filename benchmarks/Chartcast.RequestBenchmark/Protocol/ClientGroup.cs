using System.Diagnostics;

namespace Chartcast.RequestBenchmark.Protocol;

/// <summary>Clients that call at the same time, each on a thread of its own and again once it has its answer.</summary>
internal static class ClientGroup
{
    private const int ExpectedCalls = 1 << 17;

    /// <summary>Connects the clients, lets all call for a while, and ends their sessions; only the calls count.</summary>
    public static RunFigures Run(ProtocolEra era, MeasuredServer server, int clients, TimeSpan duration)
    {
        ProtocolClient[] all = [.. Enumerable.Range(0, clients).Select(_ => new ProtocolClient(era, server.Endpoint))];
        try
        {
            RunFigures figures = Measure(all, server, duration);
            foreach (ProtocolClient client in all) client.Close();
            return figures;
        }
        finally
        {
            foreach (ProtocolClient client in all) client.Dispose();
        }
    }

    private static RunFigures Measure(ProtocolClient[] clients, MeasuredServer server, TimeSpan duration)
    {
        TimeSpan serverBefore = server.CpuTime(), ownBefore = Environment.CpuUsage.TotalTime;
        long begin = Stopwatch.GetTimestamp();
        Task<List<long>>[] calling = [.. clients.Select(client => Task.Factory.StartNew(
            () => CallFor(client, duration),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];
        Task.WaitAll(calling);
        double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        TimeSpan own = Environment.CpuUsage.TotalTime - ownBefore, servers = server.CpuTime() - serverBefore;
        long[] ticks = [.. calling.SelectMany(static task => task.Result).Order()];
        return new RunFigures(
            ticks.Length,
            ticks.Length / seconds,
            Milliseconds(ticks[ticks.Length / 2]),
            Milliseconds(ticks[(int)(ticks.Length * 0.99)]),
            servers.TotalMilliseconds / ticks.Length,
            own.TotalMilliseconds / ticks.Length);
    }

    private static List<long> CallFor(ProtocolClient client, TimeSpan duration)
    {
        var ticks = new List<long>(ExpectedCalls);
        long begin = Stopwatch.GetTimestamp(), end = begin + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        while (begin < end)
        {
            client.Call();
            long answered = Stopwatch.GetTimestamp();
            ticks.Add(answered - begin);
            begin = answered;
        }

        return ticks;
    }

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;
}
