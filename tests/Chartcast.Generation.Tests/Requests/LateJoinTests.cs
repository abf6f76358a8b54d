using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Requests;

/// <summary>Requests that join a chart which is finished at that very moment.</summary>
public sealed class LateJoinTests
{
    private const int Callers = 16;
    private const int Each = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submit_CompletesEveryRequest_HoweverLateItJoined()
    {
        await using var bench = new ServiceBench();
        ChartRequestService service = bench.Start((_, _, _) => Task.FromResult(RequestSamples.Product()));
        await service.StartAsync(Token);
        ChartRequest request = RequestSamples.Request();

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(
            async () =>
            {
                for (int i = 0; i < Each; i++)
                {
                    ChartRecord record = await service.SubmitAsync(request, new ChartCaller(null, "test"), Token);
                    record = await service.WaitAsync(record.RequestId, Token);
                    Assert.Equal(ChartStatus.Completed, record.Status);
                }
            },
            Token)));
    }
}
