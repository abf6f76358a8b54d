using System.Numerics;
using System.Runtime.Intrinsics;
using Chartcast.Drawing.Painting;

namespace Chartcast.Drawing.Raster;

/// <summary>
/// The colours of an indexed picture, at most 256, and for each paint the way from a pixel to the blended pixel.
/// </summary>
/// <remarks>
/// A blended colour that is new joins the palette. The fuller it is, the more readily the edge of a shape takes a
/// colour that is
/// already there; flat areas keep theirs exactly. Colours join in painting order, so the same scene gives the same
/// palette.
/// </remarks>
internal sealed class IndexedPalette
{
    /// <summary>Coverage is rounded to this many steps; a sixteenth is beyond what eyes tell at an edge.</summary>
    public const int Levels = 16;

    /// <summary>The most colours.</summary>
    public const int Capacity = 256;

    // Entries that edges leave to flat areas painted later.
    private const int ReservedForAreas = 24;
    private const int MaxTolerance = 24;

    // The second attempt leaves more of them.
    private const int ReservedForAreasWhenCoarse = 64;
    private const int MaxGradientTolerance = 2;
    private const int MaxPaints = 1_024;

    private readonly uint[] _colors = new uint[Capacity];
    private readonly bool[] _isEdge = new bool[Capacity];
    private readonly byte[] _reds = new byte[Capacity], _greens = new byte[Capacity], _blues = new byte[Capacity];
    private readonly Dictionary<uint, byte> _indices = new(Capacity);
    private readonly Dictionary<(Rgba Color, bool IsGradient), PaintTable> _paints = [];
    private readonly List<PaintTable> _tables = [];
    private bool _isCoarse;

    /// <summary>How many colours there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a colour could not be represented: the picture must be painted in true colour.</summary>
    public bool HasOverflowed { get; private set; }

    public Rgba this[int index] => new((byte)_colors[index], (byte)(_colors[index] >> 8), (byte)(_colors[index] >> 16));

    /// <summary>Forgets everything; tables are kept for reuse.</summary>
    /// <param name="isCoarse">Whether edges take colours that are farther off, for scenes with more colours than fit
    /// otherwise; what is seen through a tint counts as an edge where it is one. Areas stay exact.</param>
    public void Clear(bool isCoarse = false)
    {
        _isCoarse = isCoarse;
        Count = 0;
        HasOverflowed = false;
        _indices.Clear();
        _paints.Clear();
    }

    /// <summary>The index of an opaque colour, which joins if it is new.</summary>
    public byte Require(Rgba color) => Find(Key(color.R, color.G, color.B), 0, Capacity, MaxTolerance);

    /// <summary>The table of a paint.</summary>
    /// <param name="color">The paint.</param>
    /// <param name="isGradient">Whether it is one row of a gradient, which may be a shade off.</param>
    public PaintTable Table(Rgba color, bool isGradient)
    {
        if (_paints.TryGetValue((color, isGradient), out PaintTable? table)) return table;
        if (_paints.Count == MaxPaints)
        {
            // So many paints do not leave 256 colours.
            HasOverflowed = true;
            return _tables[^1];
        }

        if (_paints.Count == _tables.Count) _tables.Add(new PaintTable());
        table = _tables[_paints.Count];
        table.Reset(color, isGradient);
        _paints.Add((color, isGradient), table);
        return table;
    }

    /// <summary>The index of a paint laid over a palette colour.</summary>
    /// <param name="paint">The paint.</param>
    /// <param name="level">Coverage, 1–16.</param>
    /// <param name="under">Index of the colour beneath.</param>
    public byte Blend(PaintTable paint, int level, int under)
    {
        Rgba color = paint.Color;
        const int whole = 255 * Levels;
        int over = color.A * level, rest = whole - over;
        uint key = Key(
            (byte)(((_reds[under] * rest) + (color.R * over) + (whole / 2)) / whole),
            (byte)(((_greens[under] * rest) + (color.G * over) + (whole / 2)) / whole),
            (byte)(((_blues[under] * rest) + (color.B * over) + (whole / 2)) / whole));
        if (_isCoarse && (level < Levels || _isEdge[under])) return FindCoarse(key);
        if (level < Levels) return Find(key, EdgeTolerance(), Capacity - ReservedForAreas, MaxTolerance);
        return paint.IsGradient
            ? Find(key, GradientTolerance(), Capacity - ReservedForAreas, MaxGradientTolerance)
            : Find(key, 0, Capacity, MaxTolerance);
    }

    private static uint Key(byte r, byte g, byte b) => (uint)(r | (g << 8) | (b << 16));

    private int EdgeTolerance() => Count switch
    {
        < 96 => 2,
        < 144 => 4,
        < 192 => 7,
        _ => 11,
    };

    private byte FindCoarse(uint key)
    {
        int count = Count;
        byte index = Find(
            key, 2 * EdgeTolerance(), Capacity - ReservedForAreasWhenCoarse, MaxTolerance);
        if (Count > count) _isEdge[index] = true;
        return index;
    }

    // Steps that no eye sees: neighbouring rows of a gradient share a colour.
    private int GradientTolerance() => Count < 144 ? 1 : MaxGradientTolerance;

    private byte Find(uint key, int tolerance, int capacity, int toleranceWhenFull)
    {
        if (_indices.TryGetValue(key, out byte index)) return index;
        bool isFull = Count >= capacity;
        if (tolerance > 0 || isFull)
        {
            int nearest = Nearest(key, out int distance);
            if (distance <= (isFull ? toleranceWhenFull : tolerance)) return (byte)nearest;
            if (Count == Capacity)
            {
                HasOverflowed = true;
                return (byte)nearest;
            }
        }

        return Add(key);
    }

    private byte Add(uint key)
    {
        int index = Count++;
        _isEdge[index] = false;
        _colors[index] = key;
        _reds[index] = (byte)key;
        _greens[index] = (byte)(key >> 8);
        _blues[index] = (byte)(key >> 16);
        _indices.Add(key, (byte)index);
        return (byte)index;
    }

    /// <summary>The colour whose largest channel difference is least; the first of several.</summary>
    private int Nearest(uint key, out int distance)
    {
        Vector256<byte> r = Vector256.Create((byte)key), g = Vector256.Create((byte)(key >> 8));
        Vector256<byte> b = Vector256.Create((byte)(key >> 16));
        int best = 0;
        distance = int.MaxValue;
        for (int i = 0; i < Count; i += Vector256<byte>.Count)
        {
            Vector256<byte> far = Vector256.Max(
                Difference(Vector256.Create(_reds, i), r),
                Vector256.Max(Difference(Vector256.Create(_greens, i), g), Difference(Vector256.Create(_blues, i), b)));
            int limit = Math.Min(distance, 256);
            uint nearer = limit > 255
                ? uint.MaxValue
                : Vector256.LessThan(far, Vector256.Create((byte)limit)).ExtractMostSignificantBits();
            if (i + Vector256<byte>.Count > Count) nearer &= (1u << (Count - i)) - 1;
            for (; nearer != 0; nearer &= nearer - 1)
            {
                int lane = BitOperations.TrailingZeroCount(nearer);
                if (far.GetElement(lane) >= distance) continue;
                distance = far.GetElement(lane);
                best = i + lane;
            }
        }

        return best;
    }

    private static Vector256<byte> Difference(Vector256<byte> a, Vector256<byte> b) =>
        Vector256.Max(a, b) - Vector256.Min(a, b);
}

/// <summary>For one paint: palette index by coverage level and index beneath, filled in as it is needed.</summary>
internal sealed class PaintTable
{
    /// <summary>Marks what has not been asked for.</summary>
    public const short Unknown = -1;

    private readonly short[] _indices = new short[(IndexedPalette.Levels + 1) * 256];

    /// <summary>The paint.</summary>
    public Rgba Color { get; private set; }

    /// <summary>Whether the paint is one row of a gradient.</summary>
    public bool IsGradient { get; private set; }

    /// <summary>Level · 256 + index beneath → index, or <see cref="Unknown"/>.</summary>
    public short[] Indices => _indices;

    public void Reset(Rgba color, bool isGradient)
    {
        (Color, IsGradient) = (color, isGradient);
        Array.Fill(_indices, Unknown);
        // No coverage changes nothing.
        for (int under = 0; under < IndexedPalette.Capacity; under++) _indices[under] = (short)under;
    }
}
