namespace Chartcast.Indicators.Rolling;

/// <summary>The room of one block of n values; grows with what is put in, so that a huge n costs nothing until it is
/// filled.</summary>
internal struct BlockArray<T>(int length)
{
    private const int FirstRoom = 256;

    private T[] _items = new T[Math.Min(length, FirstRoom)];

    public readonly ref T this[int index] => ref _items[index];

    /// <summary>Makes room for an index below n.</summary>
    public void Reserve(int index)
    {
        if (index >= _items.Length) Array.Resize(ref _items, (int)Math.Min((long)_items.Length * 2, length));
    }
}
