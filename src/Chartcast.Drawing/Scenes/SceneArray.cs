using System.Buffers;
using System.Runtime.CompilerServices;

namespace Chartcast.Drawing.Scenes;

/// <summary>A part of a scene in memory of the shared pool, which may be longer than the part.</summary>
internal readonly struct SceneArray<T>
{
    private readonly T[]? _items;

    private SceneArray(T[] items, int length)
    {
        _items = items;
        Length = length;
    }

    public int Length { get; }

    public ref readonly T this[int index] => ref AsSpan()[index];

    /// <summary>Copies into memory of the pool.</summary>
    public static SceneArray<T> Rent(ReadOnlySpan<T> items)
    {
        if (items.IsEmpty) return default;
        T[] rented = ArrayPool<T>.Shared.Rent(items.Length);
        items.CopyTo(rented);
        return new SceneArray<T>(rented, items.Length);
    }

    /// <summary>Gives the memory back; nothing may read it afterwards.</summary>
    public void Return()
    {
        if (_items is null) return;
        ArrayPool<T>.Shared.Return(_items, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
    }

    public ReadOnlySpan<T> AsSpan() => _items.AsSpan(0, Length);

    public ReadOnlySpan<T> AsSpan(int first, int count) => AsSpan().Slice(first, count);

    public ReadOnlySpan<T>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();
}
