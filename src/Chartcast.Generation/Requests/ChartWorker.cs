using System.Threading.Channels;
using Chartcast.Generation.Providers;
using Microsoft.Extensions.Logging;

namespace Chartcast.Generation.Requests;

/// <summary>Takes one piece of work after the other from the queue and has a provider draw it.</summary>
/// <param name="queue">The queue, shared with the other workers.</param>
/// <param name="chooseProvider">Who draws a request; throws <see cref="ChartException"/> when nobody can.</param>
/// <param name="started">Told when work leaves the queue.</param>
/// <param name="finished">Told when work is over, before its requests are.</param>
/// <param name="logger">Gets the bugs of providers.</param>
internal sealed class ChartWorker(
    ChannelReader<SharedWork> queue,
    Func<ChartRequest, IChartProvider> chooseProvider,
    Action<SharedWork> started,
    Action<SharedWork> finished,
    ILogger logger)
{
    /// <summary>Works until the queue is closed.</summary>
    public async Task RunAsync()
    {
        await foreach (SharedWork work in queue.ReadAllAsync())
        {
            if (!work.TryStart()) continue;
            started(work);
            WorkOutcome outcome = await DrawAsync(work);
            finished(work);
            work.Finish(outcome);
        }
    }

    private async Task<WorkOutcome> DrawAsync(SharedWork work)
    {
        try
        {
            IChartProvider provider = chooseProvider(work.Request);
            work.Announce(provider.CallsOutside, provider.Name);
            return new WorkOutcome(await DrawAsync(work, provider), null);
        }
        catch (Exception exception) when (work.Token.IsCancellationRequested)
        {
            // Nobody waits for this any more; whatever the provider threw on its way out is no incident.
            return new WorkOutcome(
                null, new ChartError { Code = ChartErrorCode.Cancelled, Message = exception.Message });
        }
        catch (Exception exception)
        {
            return new WorkOutcome(null, Incidents.ErrorOf(exception, work.Fingerprint, logger));
        }
    }

    private static async Task<ChartProduct> DrawAsync(SharedWork work, IChartProvider provider)
    {
        if (provider.Kept(work.Request, work) is { } kept) return kept;
        if (provider.CallsOutside) await work.StartStoredAsync();
        return await provider.DrawAsync(work.Request, work, work.Token);
    }
}
