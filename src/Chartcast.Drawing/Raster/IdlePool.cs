namespace Chartcast.Drawing.Raster;

/// <summary>Keeps buffers that are larger than the pictures made with them, for the next picture.</summary>
/// <remarks>Thread-safe and without locks.</remarks>
/// <typeparam name="T">What holds the buffers; its content is undefined when taken.</typeparam>
internal sealed class IdlePool<T>
    where T : class, new()
{
    /// <summary>How many are kept; more than are in use at once on most machines.</summary>
    private const int Capacity = 16;

    private readonly T?[] _idle = new T?[Capacity];

    /// <summary>Takes an idle one or makes one.</summary>
    public T Rent()
    {
        for (int i = 0; i < Capacity; i++)
        {
            if (_idle[i] is not null && Interlocked.Exchange(ref _idle[i], null) is { } taken) return taken;
        }

        return new T();
    }

    /// <summary>Gives one back; what does not fit is left to the collector.</summary>
    /// <param name="item">Not to be used afterwards.</param>
    public void Return(T item)
    {
        for (int i = 0; i < Capacity; i++)
        {
            if (Interlocked.CompareExchange(ref _idle[i], item, null) is null) return;
        }
    }
}
