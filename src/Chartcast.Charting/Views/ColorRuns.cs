namespace Chartcast.Charting.Views;

/// <summary>Splits a line whose values have colours into parts of one colour, one after the other.</summary>
/// <remarks>The piece of line that leads to a value has the value's colour, so a part begins with the last value of
/// the part before it. Missing values belong to the part they follow.</remarks>
internal ref struct ColorRuns
{
    private readonly ReadOnlySpan<double> _values;
    private readonly ReadOnlySpan<byte> _colors;
    private readonly int _from;
    private readonly int _to;
    private readonly int _group;
    private int _next;

    /// <summary>Prepares the parts.</summary>
    /// <param name="values">The values.</param>
    /// <param name="colors">One colour index a value.</param>
    /// <param name="range">The first value, and the one after the last.</param>
    /// <param name="group">How many values share a device pixel and so one colour; 1 or more.</param>
    public ColorRuns(ReadOnlySpan<double> values, ReadOnlySpan<byte> colors, (int From, int To) range, int group)
    {
        _values = values;
        _colors = colors;
        (_from, _to) = range;
        _group = group;
        _next = range.From;
    }

    /// <summary>The first value of the part, and the one after its last.</summary>
    public (int From, int To) Part { get; private set; }

    /// <summary>The colour index of the part.</summary>
    public int Color { get; private set; }

    /// <summary>Goes to the next part; false when there is none.</summary>
    public bool MoveNext()
    {
        if (_next >= _to) return false;
        int start = _next;
        int color = -1;
        for (; _next < _to; _next += _group)
        {
            int other = ColorOf(_next);
            if (other < 0 || other == color) continue;
            if (color >= 0) break;
            color = other;
        }

        _next = Math.Min(_next, _to);
        Part = (LastBefore(start), _next);
        Color = Math.Max(0, color);
        return true;
    }

    private readonly int ColorOf(int index)
    {
        int last = Math.Min(_to, index + _group) - 1;
        return double.IsFinite(_values[last]) ? _colors[last] : -1;
    }

    private readonly int LastBefore(int start)
    {
        int before = start - _group;
        while (before > _from && !double.IsFinite(_values[before])) before -= _group;
        return Math.Max(_from, before);
    }
}
