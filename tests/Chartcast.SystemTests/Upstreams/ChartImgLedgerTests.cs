using System.Text.Json;
using Chartcast.ChartImgFake;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Upstreams;

/// <summary>The book of calls against what the stand-in has received, with failures and power loss at random.</summary>
public sealed class ChartImgLedgerTests
{
    private const int Callers = 16;

    private static readonly FakeFault[] Faults =
    [
        FakeFault.None, FakeFault.None, FakeFault.None, FakeFault.None, FakeFault.None, FakeFault.None,
        FakeFault.None, FakeFault.RateLimited, FakeFault.ServerError,
        FakeFault.BadGateway, FakeFault.EndpointTimeout, FakeFault.InvalidRequest, FakeFault.Reset, FakeFault.Truncated,
        FakeFault.Html,
    ];

    private static int Requests => Environment.GetEnvironmentVariable("CHARTCAST_LONG_TESTS") == "1" ? 1_000 : 120;

    [Fact]
    public async Task Ledger_EqualsWhatWasReceived_WhateverFails()
    {
        await using ChartImgFakeServer fake = await StartFakeAsync(new Random(11), Requests);
        using var state = new ScratchFolder();
        await using ServerProcess server = await StartAsync(fake, state);

        await DrawAsync(server, Enumerable.Range(0, Requests), TestContext.Current.CancellationToken);

        Assert.Equal(fake.State.CallCount, await UsedTodayAsync(server));
        Assert.True(fake.State.CallCount >= Requests);
    }

    [Fact]
    public async Task Ledger_IsNeverLessThanWhatWasReceived_WhenKilledAtRandom()
    {
        var random = new Random(12);
        int kills = Requests / 40;
        await using ChartImgFakeServer fake = await StartFakeAsync(random, Requests * 2);
        using var state = new ScratchFolder();
        int next = 0;
        for (int round = 0; round < kills; round++)
        {
            await using ServerProcess server = await StartAsync(fake, state);
            int from = next;
            next += Requests / kills;
            using var stop = new CancellationTokenSource();
            Task drawing = DrawAsync(server, Enumerable.Range(from, Requests / kills), stop.Token);
            int until = fake.State.CallCount + random.Next(1, Requests / kills);
            while (fake.State.CallCount < until && !drawing.IsCompleted)
                await Task.WhenAny(drawing, fake.State.NextCallAsync(TestContext.Current.CancellationToken).AsTask());
            await server.KillAsync();
            await stop.CancelAsync();
            await drawing;
        }

        await using ServerProcess last = await StartAsync(fake, state);
        int counted = await UsedTodayAsync(last);
        Assert.True(counted >= fake.State.CallCount, $"{counted} counted, {fake.State.CallCount} received");
        // What was counted and not yet sent when the process died; no more than ran at once.
        Assert.InRange(counted - fake.State.CallCount, 0, kills * Callers);
    }

    private static async Task<ChartImgFakeServer> StartFakeAsync(Random random, int faults)
    {
        ChartImgFakeServer fake = await ChartImgFakeServer.StartAsync();
        for (int i = 0; i < faults; i++)
            fake.State.Script(new FakeAnswer(Faults[random.Next(Faults.Length)], RetryAfter: "0"));
        return fake;
    }

    private static Task DrawAsync(ServerProcess server, IEnumerable<int> numbers, CancellationToken stop) =>
        Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = default },
            async (number, _) =>
            {
                if (stop.IsCancellationRequested) return;
                try
                {
                    await server.CallToolAsync(
                        "generate_chart", $$"""{"symbol":"NASDAQ:S{{number}}","provider":"chart-img","delivery":"none"}""");
                }
                catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
                {
                    // The server was killed.
                }
            });

    private static async Task<int> UsedTodayAsync(ServerProcess server)
    {
        JsonElement answer = await server.CallToolAsync("health_check", "{}");
        return answer.GetProperty("result").GetProperty("structuredContent").GetProperty("chartImg")
            .GetProperty("usedToday").GetInt32();
    }

    private static Task<ServerProcess> StartAsync(ChartImgFakeServer fake, ScratchFolder state) =>
        ServerProcess.StartAsync(state.Path, environment: new Dictionary<string, string>
        {
            ["CHART_IMG_API_KEY"] = FakeSettings.DefaultKey,
            ["CHART_IMG_BASE_URL"] = fake.Address.ToString(),
            ["CHART_IMG_PER_SECOND"] = "100000",
            ["CHART_IMG_BURST"] = "100000",
            ["CHARTCAST_WORKERS"] = "16",
        });
}
