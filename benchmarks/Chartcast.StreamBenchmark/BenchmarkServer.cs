using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using Chartcast.Generation.Events;
using Chartcast.Generation.Stores;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chartcast.StreamBenchmark;

/// <summary>The hub on a real store behind the smallest endpoint there can be; told what to do on standard
/// input.</summary>
internal static class BenchmarkServer
{
    public static async Task RunAsync()
    {
        string directory = Directory.CreateTempSubdirectory("chartcast-stream-").FullName;
        var store = new SqliteChartStore(
            new SqliteStoreOptions { Directory = directory }, TimeProvider.System,
            NullLogger<SqliteChartStore>.Instance);
        using var hub = new EventHub(
            store, new EventHubOptions(), TimeProvider.System, NullLogger<EventHub>.Instance);
        await hub.StartAsync(CancellationToken.None);

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication app = builder.Build();
        app.MapGet(
            "/mcp/events/{clientId}", (string clientId, HttpContext context) => StreamAsync(hub, clientId, context));
        await app.StartAsync();
        IServerAddressesFeature bound =
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Console.WriteLine(bound.Addresses.First());
        while (await Console.In.ReadLineAsync() is { } command) await ObeyAsync(command.Split(' '), store, hub);

        hub.Close();
        await app.StopAsync();
        await store.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    private static async Task StreamAsync(EventHub hub, string clientId, HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        CancellationToken gone = context.RequestAborted;
        using EventSubscription stream = hub.Subscribe(
            EventFilter.All, clientId, context.Request.Headers["Last-Event-ID"]);
        try
        {
            while (true)
            {
                ReadOnlySequence<byte> bytes = await stream.ReadAsync(gone);
                if (bytes.IsEmpty) break;
                foreach (ReadOnlyMemory<byte> piece in bytes) context.Response.BodyWriter.Write(piece.Span);
                await context.Response.BodyWriter.FlushAsync(gone);
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (stream.State == StreamState.FellBehind) context.Abort();
    }

    private static async Task ObeyAsync(string[] command, SqliteChartStore store, EventHub hub)
    {
        switch (command)
        {
            case ["publish", var count, var rate]:
                await PublishAsync(store, Number(count), Number(rate));
                break;
            case ["cost"]:
                GC.Collect();
                using (Process self = Process.GetCurrentProcess())
                {
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{self.TotalProcessorTime.TotalMicroseconds:0} {self.WorkingSet64} {hub.ListenerCount}"));
                }

                break;
        }
    }

    private static async Task PublishAsync(SqliteChartStore store, int count, int rate)
    {
        var writes = new Task[count];
        using var timer = rate > 0 ? new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate)) : null;
        for (int i = 0; i < count; i++)
        {
            if (timer is not null) await timer.WaitForNextTickAsync();
            writes[i] = store.AppendAsync(
                new ChartEventDraft
                {
                    RequestId = "req_1749698104642_ABCDEFGHIJKLMNOPQRSTUV",
                    Symbol = "NASDAQ:AAPL",
                    Interval = "1D",
                    Kind = ChartEventKind.Progress,
                    Percent = 50,
                    // The monotonic clock is the machine's, not the process's: listeners subtract it from theirs.
                    Message = string.Create(CultureInfo.InvariantCulture, $"t{Stopwatch.GetTimestamp()}"),
                    Timestamp = TimeProvider.System.GetUtcNow(),
                },
                CancellationToken.None).AsTask();
        }

        await Task.WhenAll(writes);
        Console.WriteLine("published");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
