using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Chartcast.StreamBenchmark;

/// <summary>One measurement: connect everybody, publish, wait until nothing more comes, count.</summary>
internal static class StreamRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<BenchmarkResult> RunAsync(BenchmarkOptions options)
    {
        using ServerUnderTest server = await ServerUnderTest.StartAsync(options);
        ServerCost idle = await server.CostAsync();
        var delays = new ConcurrentBag<long>();
        Listener[] listeners = [.. Enumerable.Range(0, options.Listeners).Select(_ => new Listener())];
        try
        {
            for (int i = 0; i < listeners.Length; i++)
            {
                _ = listeners[i].RunAsync(server.Address, $"bench-{i}", delays);
                // A listening socket's backlog is short: let the server keep up.
                if (i % 100 == 99) await listeners[i].Connected.WaitAsync(Patience);
            }

            await Task.WhenAll(listeners.Select(listener => listener.Connected)).WaitAsync(Patience);
            ServerCost before = await server.CostAsync();
            long started = Stopwatch.GetTimestamp();
            await server.PublishAsync(options);
            long newest = await SettleAsync(listeners);
            TimeSpan took = Stopwatch.GetElapsedTime(started);
            ServerCost after = await server.CostAsync();
            long delivered = listeners.Sum(listener => (long)listener.Received);
            long due = listeners.Sum(listener => newest - listener.FirstSequence);
            return new BenchmarkResult(
                options.Listeners, due / options.Listeners, delivered, due - delivered, took, [.. delays.Order()],
                (after.CpuMicroseconds - before.CpuMicroseconds) / Math.Max(1, delivered),
                (before.MemoryBytes - idle.MemoryBytes) / options.Listeners);
        }
        finally
        {
            foreach (Listener listener in listeners) listener.Dispose();
        }
    }

    /// <summary>Waits until everybody has the newest event, or nothing has come for a while.</summary>
    /// <returns>The newest sequence anybody has.</returns>
    private static async Task<long> SettleAsync(Listener[] listeners)
    {
        const int QuietRounds = 200;
        long newest = 0, last = -1;
        for (int quiet = 0; quiet < QuietRounds; quiet++)
        {
            newest = listeners.Max(listener => listener.LastSequence);
            long now = listeners.Sum(listener => (long)listener.Received);
            if (now > 0 && now == last && listeners.All(listener => listener.LastSequence == newest)) break;
            if (now != last) quiet = 0;
            last = now;
            await Task.Delay(10);
        }

        return newest;
    }
}

/// <summary>What the server has used.</summary>
internal readonly record struct ServerCost(double CpuMicroseconds, long MemoryBytes);

/// <summary>The server: a process of its own, so that its CPU time is not mixed with the listeners'.</summary>
internal sealed class ServerUnderTest : IDisposable
{
    private readonly Process? _child;
    private readonly int? _processId;

    private ServerUnderTest(Uri address, Process? child, int? processId)
    {
        Address = address;
        _child = child;
        _processId = processId;
    }

    public Uri Address { get; }

    public static async Task<ServerUnderTest> StartAsync(BenchmarkOptions options)
    {
        if (options.Url is { } url) return new ServerUnderTest(url, null, options.ProcessId);
        Process child = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
                ? [typeof(ServerUnderTest).Assembly.Location, "--serve"] : ["--serve"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        string? address = await child.StandardOutput.ReadLineAsync();
        return new ServerUnderTest(new Uri(address!), child, null);
    }

    /// <summary>Has the events published.</summary>
    public async Task PublishAsync(BenchmarkOptions options)
    {
        if (_child is null)
        {
            await AskForChartsAsync(options);
            return;
        }

        await _child.StandardInput.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"publish {options.Events} {options.RatePerSecond}"));
        await _child.StandardOutput.ReadLineAsync();
    }

    public async Task<ServerCost> CostAsync()
    {
        if (_child is not null)
        {
            await _child.StandardInput.WriteLineAsync("cost");
            string[] cost = (await _child.StandardOutput.ReadLineAsync())!.Split(' ');
            return new ServerCost(
                double.Parse(cost[0], CultureInfo.InvariantCulture), long.Parse(cost[1], CultureInfo.InvariantCulture));
        }

        if (_processId is not { } id) return default;
        using Process process = Process.GetProcessById(id);
        return new ServerCost(process.TotalProcessorTime.TotalMicroseconds, process.WorkingSet64);
    }

    public void Dispose()
    {
        if (_child is null) return;
        _child.StandardInput.Close();
        _child.WaitForExit();
        _child.Dispose();
    }

    private async Task AskForChartsAsync(BenchmarkOptions options)
    {
        using var handler = new SocketsHttpHandler();
        using var client = new HttpClient(handler);
        for (int i = 0; i < options.Events; i++)
        {
            string call =
                $$$"""
                {"jsonrpc":"2.0","id":{{{i}}},"method":"tools/call","params":{"name":"generate_chart",
                "arguments":{"symbol":"DEMO:B{{{i}}}","interval":"1D"} } }
                """;
            using var content = new StringContent(call, Encoding.UTF8, "application/json");
            using HttpResponseMessage answer = await client.PostAsync(new Uri(Address, "/mcp/tools/call"), content);
            answer.EnsureSuccessStatusCode();
        }
    }
}
