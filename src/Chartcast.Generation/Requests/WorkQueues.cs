using System.Threading.Channels;
using Chartcast.Generation.Providers;
using Microsoft.Extensions.Logging;

namespace Chartcast.Generation.Requests;

/// <summary>Work that waits, and the workers that take it: one for each chart that is drawn here at once, which needs a
/// processor, and many for charts that an outside service draws, which only wait for it.</summary>
/// <param name="chooseProvider">Who draws a request; throws <see cref="ChartException"/> when nobody can.</param>
/// <param name="options">How many of each.</param>
/// <param name="logger">Gets the bugs of providers.</param>
internal sealed class WorkQueues(
    Func<ChartRequest, IChartProvider> chooseProvider, ChartRequestOptions options, ILogger logger)
{
    private readonly Channel<SharedWork> _here = Channel.CreateUnbounded<SharedWork>();
    private readonly Channel<SharedWork> _outside = Channel.CreateUnbounded<SharedWork>();

    /// <summary>Starts the workers; each ends when the queues are closed and empty.</summary>
    /// <param name="started">Told when work leaves its queue.</param>
    /// <param name="finished">Told when work is over, before its requests are.</param>
    public IEnumerable<Task> Start(Action<SharedWork> started, Action<SharedWork> finished) =>
    [
        .. Run(_here, options.Parallelism, started, finished),
        .. Run(_outside, options.OutsideParallelism, started, finished),
    ];

    /// <summary>Puts work into its queue; does nothing once they are closed.</summary>
    public void Add(SharedWork work) => (CallsOutside(work.Request) ? _outside : _here).Writer.TryWrite(work);

    /// <summary>Closes the queues: what waits is still taken.</summary>
    public void Complete()
    {
        _here.Writer.TryComplete();
        _outside.Writer.TryComplete();
    }

    private bool CallsOutside(ChartRequest request)
    {
        try
        {
            return chooseProvider(request).CallsOutside;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The worker will meet it again and end the request with it.
            return false;
        }
    }

    private IEnumerable<Task> Run(
        Channel<SharedWork> queue, int count, Action<SharedWork> started, Action<SharedWork> finished)
    {
        for (int i = 0; i < count; i++)
        {
            var worker = new ChartWorker(queue.Reader, chooseProvider, started, finished, logger);
            yield return Task.Run(worker.RunAsync, CancellationToken.None);
        }
    }
}
