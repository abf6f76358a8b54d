using System.Buffers;

namespace Chartcast.Indicators.Catalog;

/// <summary>The plots of one indicator in memory that is lent: spans of it are valid until it is disposed, which lets
/// the next indicator use it. Who does not dispose leaves it to the garbage collector.</summary>
/// <remarks>Written by one thread; then several may read.</remarks>
public sealed class RentedPlots : IDisposable
{
    /// <summary>Longer plots are left to the garbage collector: a pool would keep them and round them up.</summary>
    private const long LongestKept = 1 << 18;

    private readonly int _colored;
    private readonly IReadOnlyList<int> _offsets;
    private double[]? _values;
    private byte[]? _colorIndexes;

    internal RentedPlots(int outputs, int count, IReadOnlyList<int> offsets, bool hasColors)
    {
        Count = outputs;
        BarCount = count;
        _offsets = offsets;
        long all = (long)outputs * count;
        _values = Rent<double>(all);
        if (hasColors) _colorIndexes = Rent<byte>(all);
        _colored = hasColors ? count : 0;
    }

    /// <summary>How many plots there are: one per output of the listing, in its order.</summary>
    public int Count { get; }

    /// <summary>How many values a plot has: one per bar.</summary>
    public int BarCount { get; }

    /// <summary>The values of a plot; <see cref="double.NaN"/> where there is none.</summary>
    /// <param name="plot">Its index.</param>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public ReadOnlySpan<double> Values(int plot) => AllValues.Slice(plot * BarCount, BarCount);

    /// <summary>Which colour of the output each value takes; empty when the indicator's plots all have one
    /// colour.</summary>
    /// <param name="plot">The plot's index.</param>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public ReadOnlySpan<byte> ColorIndexes(int plot) =>
        AllColorIndexes.Slice(plot * _colored, _colored);

    /// <summary>How many bars to the right a plot is drawn; negative is left.</summary>
    /// <param name="plot">The plot's index.</param>
    public int Offset(int plot) => _offsets.Count == 0 ? 0 : _offsets[plot];

    /// <summary>The plots in memory of their own.</summary>
    /// <param name="listing">The indicator they are of.</param>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public IReadOnlyList<IndicatorPlot> Copy(IndicatorListing listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        var plots = new IndicatorPlot[Count];
        for (int plot = 0; plot < plots.Length; plot++)
        {
            bool hasColors = _colored > 0 && listing.Outputs[plot].Colors.Count > 1;
            plots[plot] = new IndicatorPlot(
                Values(plot).ToArray(), hasColors ? ColorIndexes(plot).ToArray() : null, Offset(plot));
        }

        return plots;
    }

    /// <summary>The same plots, later: bars without values come before those these were computed on.</summary>
    /// <param name="missing">How many bars come before; 0 or more.</param>
    /// <exception cref="ObjectDisposedException">The memory was given back.</exception>
    public RentedPlots After(int missing)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(missing);
        var later = new RentedPlots(Count, missing + BarCount, _offsets, _colored > 0);
        later.AllColorIndexes.Clear();
        later.AllValues.Fill(double.NaN);
        for (int plot = 0; plot < Count; plot++)
        {
            Values(plot).CopyTo(later.AllValues[(plot * later.BarCount + missing)..]);
            if (_colored > 0) ColorIndexes(plot).CopyTo(later.AllColorIndexes[(plot * later._colored + missing)..]);
        }

        return later;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        double[]? values = Interlocked.Exchange(ref _values, null);
        byte[]? colorIndexes = Interlocked.Exchange(ref _colorIndexes, null);
        if (values is not null && IsKept(values.Length)) ArrayPool<double>.Shared.Return(values);
        if (colorIndexes is not null && IsKept(colorIndexes.Length)) ArrayPool<byte>.Shared.Return(colorIndexes);
    }

    /// <summary>The values of all plots, one after the other.</summary>
    internal Span<double> AllValues
    {
        get
        {
            double[]? values = _values;
            ObjectDisposedException.ThrowIf(values is null, this);
            return values.AsSpan(0, Count * BarCount);
        }
    }

    /// <summary>The colour indexes of all plots, one after the other; empty without colours.</summary>
    internal Span<byte> AllColorIndexes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_values is null, this);
            return _colorIndexes.AsSpan(0, Count * _colored);
        }
    }

    /// <summary>Copies plots, each of which has a value a bar.</summary>
    internal static RentedPlots Of(IReadOnlyList<IndicatorPlot> plots, int barCount)
    {
        bool hasColors = false;
        int[] offsets = [.. plots.Select(static plot => plot.Offset)];
        foreach (IndicatorPlot plot in plots) hasColors |= plot.ColorIndexes is not null;
        var rented = new RentedPlots(plots.Count, barCount, offsets, hasColors);
        for (int i = 0; i < plots.Count; i++)
        {
            plots[i].Values.CopyTo(rented.AllValues.Slice(i * barCount, barCount));
            if (!hasColors) continue;
            Span<byte> indexes = rented.AllColorIndexes.Slice(i * barCount, barCount);
            if (plots[i].ColorIndexes is { } colors) colors.CopyTo(indexes);
            else indexes.Clear();
        }

        return rented;
    }

    private static T[] Rent<T>(long length) => length <= LongestKept
        ? ArrayPool<T>.Shared.Rent((int)length)
        : GC.AllocateUninitializedArray<T>(checked((int)length));

    // What is rented has at most this length, a power of two, itself.
    private static bool IsKept(int length) => length <= LongestKept;
}
