namespace Chartcast.Generation.Providers.ChartImg.Caches;

/// <summary>Lets one caller work and the others of the same name wait for what comes of it.</summary>
/// <remarks>A caller that gives up does not take the others along: the next one works instead. Thread-safe.</remarks>
internal sealed class SingleFlight<T>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<T>> _flights = new(StringComparer.Ordinal);

    /// <summary>Works, or waits for the one who does.</summary>
    /// <param name="name">What it is about.</param>
    /// <param name="work">The work; ended by this caller's token alone.</param>
    /// <param name="cancellationToken">Ends this caller's part.</param>
    public async Task<T> RunAsync(
        string name, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            var mine = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            Task<T>? others;
            lock (_gate)
            {
                if (!_flights.TryGetValue(name, out others)) _flights.Add(name, mine.Task);
            }

            if (others is null) return await WorkAsync(name, mine, work, cancellationToken);
            try
            {
                return await others.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The one who worked has given up; this caller may be the next.
            }
        }
    }

    private async Task<T> WorkAsync(
        string name, TaskCompletionSource<T> mine, Func<CancellationToken, Task<T>> work,
        CancellationToken cancellationToken)
    {
        try
        {
            T result = await work(cancellationToken);
            Land(name);
            mine.SetResult(result);
            return result;
        }
        catch (OperationCanceledException)
        {
            Land(name);
            mine.SetCanceled(CancellationToken.None);
            throw;
        }
        catch (Exception exception)
        {
            Land(name);
            mine.SetException(exception);
            // Seen by those who wait, if any do.
            _ = mine.Task.Exception;
            throw;
        }
    }

    private void Land(string name)
    {
        lock (_gate) _flights.Remove(name);
    }
}
