using System.Collections.Concurrent;
using Chartcast.Generation.Events;

namespace Chartcast.Generation.Requests;

/// <summary>Hands the events of single requests to whoever asked for them, in order and off the publisher's
/// thread.</summary>
internal sealed class RequestObservers
{
    private readonly ConcurrentDictionary<string, RequestObserver[]> _byRequest = new(StringComparer.Ordinal);

    public RequestObserver Add(string requestId, Action<ChartEvent> observer)
    {
        var added = new RequestObserver(this, requestId, observer);
        _byRequest.AddOrUpdate(
            requestId, static (_, one) => [one], static (_, others, one) => [.. others, one], added);
        return added;
    }

    public void Publish(ChartEvent chartEvent)
    {
        string requestId = chartEvent.Draft.RequestId;
        if (_byRequest.IsEmpty || !_byRequest.TryGetValue(requestId, out RequestObserver[]? observers)) return;
        foreach (RequestObserver observer in observers) observer.Post(chartEvent);
        if (chartEvent.Draft.Kind.StatusAfter().IsFinal()) _byRequest.TryRemove(requestId, out _);
    }

    public void Remove(RequestObserver observer)
    {
        while (_byRequest.TryGetValue(observer.RequestId, out RequestObserver[]? observers))
        {
            RequestObserver[] rest = Array.FindAll(observers, other => !ReferenceEquals(other, observer));
            bool isDone = rest.Length == 0
                ? _byRequest.TryRemove(KeyValuePair.Create(observer.RequestId, observers))
                : _byRequest.TryUpdate(observer.RequestId, rest, observers);
            if (isDone) return;
        }
    }
}

/// <summary>One observer of one request.</summary>
internal sealed class RequestObserver(RequestObservers owner, string requestId, Action<ChartEvent> observer)
    : IThreadPoolWorkItem, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Queue<ChartEvent> _queue = new();
    private bool _isRunning;
    private bool _isDisposed;

    public string RequestId => requestId;

    public void Post(ChartEvent chartEvent)
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            _queue.Enqueue(chartEvent);
            if (_isRunning) return;
            _isRunning = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public void Dispose()
    {
        lock (_gate) _isDisposed = true;
        owner.Remove(this);
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (true)
        {
            ChartEvent? next;
            lock (_gate)
            {
                if (_isDisposed || !_queue.TryDequeue(out next))
                {
                    _isRunning = false;
                    return;
                }
            }

            try
            {
                observer(next);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // A listener that fails, such as on a connection that is gone, must not take the process down; it is
                // told nothing more, and the request goes on.
                Dispose();
            }
        }
    }
}
