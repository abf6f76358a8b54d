namespace Chartcast.Indicators.Volume.VisibleRangeProfile;

/// <summary>Volumes of many rows, to which whole stretches of rows are added at once.</summary>
/// <remarks>A segment tree: a stretch is put into the few nodes that make it up, and all nodes are handed down to the
/// rows at the end. So the cost of a bar grows with the logarithm of the number of rows only, and since nothing is ever
/// subtracted, rows that no bar touches stay exactly 0. Source: M. de Berg and others, "Computational Geometry", 2008,
/// section 10.3.</remarks>
/// <param name="count">How many rows, 0 or more.</param>
internal sealed class RowVolumes(int count)
{
    private readonly double[] _nodes = new double[2 * count];

    /// <summary>Adds a volume to each of some consecutive rows.</summary>
    public void Add(int first, int last, double volume)
    {
        int right = last + count + 1;
        for (int left = first + count; left < right; left >>= 1, right >>= 1)
        {
            if ((left & 1) == 1) _nodes[left++] += volume;
            if ((right & 1) == 1) _nodes[--right] += volume;
        }
    }

    /// <summary>The volume of each row; nothing can be added after that.</summary>
    public double[] ToRows()
    {
        for (int node = 1; node < count; node++)
        {
            _nodes[2 * node] += _nodes[node];
            _nodes[2 * node + 1] += _nodes[node];
        }

        return _nodes[count..];
    }
}
