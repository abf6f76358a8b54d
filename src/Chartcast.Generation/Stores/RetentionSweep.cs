using Chartcast.Generation.Requests;
using Microsoft.Extensions.Logging;

namespace Chartcast.Generation.Stores;

/// <summary>Removes what is too old or too much, once after the start and then at intervals.</summary>
internal sealed partial class RetentionSweep(
    IChartStore store, ChartRequestOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>Sweeps until stopped.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(options.RetentionInterval, time);
        try
        {
            do
            {
                await SweepAsync(stopping);
            }
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        try
        {
            RetentionResult removed = await store.ApplyRetentionAsync(options.Retention, stopping);
            if (removed.Requests > 0) LogRemoved(removed.Requests, removed.Bytes);
        }
        catch (ChartException exception)
        {
            LogFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Requests} old requests and {Bytes} bytes")]
    private partial void LogRemoved(int requests, long bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old requests could not be removed; trying again later")]
    private partial void LogFailed(Exception exception);
}
