using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Raster;

/// <summary>
/// Exact-area antialiasing: edges leave signed areas, a running sum along each row gives the coverage.
/// </summary>
/// <remarks>
/// Source: the signed-area accumulation of R. Levien's font-rs (2016), after the cells of D. Turner's FreeType smooth
/// rasterizer.
/// Only blocks of eight pixels that an edge touched are summed; between them the coverage is constant.
/// Where contours overlap with the same direction the sum is cut at 1, which is the non-zero rule away from pixels that
/// hold several edges. Sums are in single precision in a fixed order, 128-bit steps, so every CPU gives the same bits.
/// </remarks>
internal sealed class EdgeAccumulator
{
    private const int BlockPixels = 8;
    private const int BlockShift = 3;

    private float[] _areas = [];
    private ulong[] _touched = [];
    private int _stride;
    private int _wordsPerRow;
    private PixelRect _clip;
    private float _left, _right, _top, _bottom;
    private int _firstRow, _lastRow;

    /// <summary>Starts a shape; the part outside the clip is not computed.</summary>
    public void Begin(PixelRect clip)
    {
        // Two more columns take what edges on the right border leave; sums beyond the clip are never shown.
        int blocks = (clip.Width + 2 + BlockPixels - 1) >> BlockShift;
        _stride = blocks << BlockShift;
        _wordsPerRow = (blocks + 63) >> 6;
        int areas = _stride * clip.Height, words = _wordsPerRow * clip.Height;
        if (_areas.Length < areas) _areas = new float[areas];
        if (_touched.Length < words) _touched = new ulong[words];
        _clip = clip;
        (_left, _right, _top, _bottom) = (clip.Left, clip.Right, clip.Top, clip.Bottom);
        (_firstRow, _lastRow) = (int.MaxValue, -1);
    }

    /// <summary>Adds the edges of a closed polygon.</summary>
    public void AddPolygon(ReadOnlySpan<ScenePoint> points)
    {
        if (points.Length < 3) return;
        ScenePoint from = points[^1];
        foreach (ScenePoint to in points)
        {
            AddLine(from.X, from.Y, to.X, to.Y);
            from = to;
        }
    }

    /// <summary>Adds an edge in device pixels.</summary>
    public void AddLine(float x0, float y0, float x1, float y1)
    {
        if (y0 == y1) return;
        float direction = 1;
        if (y0 > y1)
        {
            (x0, y0, x1, y1) = (x1, y1, x0, y0);
            direction = -1;
        }

        if (y1 <= _top || y0 >= _bottom) return;
        float slope = (x1 - x0) / (y1 - y0);
        if (y0 < _top) (x0, y0) = (x0 + (slope * (_top - y0)), _top);
        if (y1 > _bottom) (x1, y1) = (x0 + (slope * (_bottom - y0)), _bottom);
        if (x0 >= _left && x1 >= _left && x0 <= _right && x1 <= _right) Accumulate(x0, y0, x1, y1, direction);
        else AddCrossing(x0, y0, x1, y1, direction);
    }

    /// <summary>Paints what was added, from top to bottom, and forgets it.</summary>
    public void Sweep<TTarget>(ref TTarget target)
        where TTarget : struct, ICoverageTarget
    {
        for (int row = _firstRow; row <= _lastRow; row++)
        {
            Span<ulong> words = _touched.AsSpan(row * _wordsPerRow, _wordsPerRow);
            if (words.IndexOfAnyExcept(0UL) < 0) continue;
            target.BeginRow(_clip.Top + row);
            SweepRow(row, words, ref target);
        }
    }

    /// <summary>
    /// An edge that leaves the clip sideways: what is left of it counts at its left border, what is right of it not.
    /// </summary>
    private void AddCrossing(float x0, float y0, float x1, float y1, float direction)
    {
        if (x0 >= _right && x1 >= _right) return;
        if (x0 <= _left && x1 <= _left)
        {
            Accumulate(_left, y0, _left, y1, direction);
            return;
        }

        float slope = (y1 - y0) / (x1 - x0);
        float atLeft = Math.Clamp(y0 + ((_left - x0) * slope), y0, y1);
        float atRight = Math.Clamp(y0 + ((_right - x0) * slope), y0, y1);
        if (x0 < _left)
        {
            Accumulate(_left, y0, _left, atLeft, direction);
            (x0, y0) = (_left, atLeft);
        }
        else if (x0 > _right)
        {
            (x0, y0) = (_right, atRight);
        }

        if (x1 < _left)
        {
            Accumulate(_left, atLeft, _left, y1, direction);
            (x1, y1) = (_left, atLeft);
        }
        else if (x1 > _right)
        {
            (x1, y1) = (_right, atRight);
        }

        Accumulate(x0, y0, x1, y1, direction);
    }

    /// <summary>Adds an edge that lies inside the clip and runs downwards.</summary>
    private void Accumulate(float x0, float y0, float x1, float y1, float direction)
    {
        if (y1 <= y0) return;
        x0 -= _left;
        x1 -= _left;
        y0 -= _top;
        y1 -= _top;
        float slope = (x1 - x0) / (y1 - y0);
        float least = Math.Min(x0, x1), most = Math.Max(x0, x1);
        int row = (int)y0, last = Math.Min((int)MathF.Ceiling(y1), _clip.Height) - 1;
        _firstRow = Math.Min(_firstRow, row);
        _lastRow = Math.Max(_lastRow, last);
        ref float areas = ref MemoryMarshal.GetArrayDataReference(_areas);
        float x = x0, y = y0;
        for (; row <= last; row++)
        {
            float nextY = row == last ? y1 : row + 1;
            float height = nextY - y;
            // Rounding must not carry the edge out of its own span, or the index would leave the row.
            float next = row == last ? x1 : Math.Clamp(x + (slope * height), least, most);
            (float from, float to) = x < next ? (x, next) : (next, x);
            int first = (int)from, end = (int)MathF.Ceiling(to);
            ref float cell = ref Unsafe.Add(ref areas, (row * _stride) + first);
            float signed = height * direction;
            if (end <= first + 1)
            {
                float right = signed * ((0.5f * (x + next)) - first);
                cell += signed - right;
                Unsafe.Add(ref cell, 1) += right;
                end = first + 1;
            }
            else
            {
                Spread(ref cell, from - first, to - first, signed);
            }

            Touch(row, first >> BlockShift, end >> BlockShift);
            x = next;
            y = nextY;
        }
    }

    /// <summary>Deals out an edge that crosses several pixels of one row: a triangle, trapezoids, a triangle.</summary>
    private static void Spread(ref float cell, float from, float to, float signed)
    {
        int end = (int)MathF.Ceiling(to);
        float perPixel = 1 / (to - from);
        float enter = 1 - from, leave = to - (end - 1);
        float firstArea = 0.5f * perPixel * enter * enter, lastArea = 0.5f * perPixel * leave * leave;
        cell += signed * firstArea;
        if (end == 2)
        {
            Unsafe.Add(ref cell, 1) += signed * (1 - firstArea - lastArea);
        }
        else
        {
            float second = perPixel * (enter + 0.5f);
            Unsafe.Add(ref cell, 1) += signed * (second - firstArea);
            float step = signed * perPixel;
            for (int i = 2; i < end - 1; i++) Unsafe.Add(ref cell, i) += step;
            float before = second + ((end - 3) * perPixel);
            Unsafe.Add(ref cell, end - 1) += signed * (1 - before - lastArea);
        }

        Unsafe.Add(ref cell, end) += signed * lastArea;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Touch(int row, int firstBlock, int lastBlock)
    {
        ref ulong words = ref _touched[row * _wordsPerRow];
        for (int block = firstBlock; block <= lastBlock; block++)
            Unsafe.Add(ref words, block >> 6) |= 1UL << block;
    }

    private void SweepRow<TTarget>(int row, Span<ulong> words, ref TTarget target)
        where TTarget : struct, ICoverageTarget
    {
        ref float areas = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_areas), row * _stride);
        int left = _clip.Left, right = _clip.Right, painted = left;
        float sum = 0;
        for (int w = 0; w < words.Length; w++)
        {
            ulong bits = words[w];
            words[w] = 0;
            for (; bits != 0; bits &= bits - 1)
            {
                int offset = ((w << 6) + BitOperations.TrailingZeroCount(bits)) << BlockShift;
                int x = left + offset;
                if (x > painted) Constant(sum, painted, Math.Min(x, right), ref target);
                ulong coverage = TakeBlock(ref Unsafe.Add(ref areas, offset), ref sum);
                painted = x + BlockPixels;
                if (painted > right) coverage = x >= right ? 0 : coverage & (ulong.MaxValue >> ((painted - right) * 8));
                if (coverage != 0) target.Cover(x, coverage);
            }
        }

        if (painted < right) Constant(sum, painted, right, ref target);
    }

    private static void Constant<TTarget>(float sum, int from, int to, ref TTarget target)
        where TTarget : struct, ICoverageTarget
    {
        int coverage = (int)((Math.Min(Math.Abs(sum), 1) * 255) + 0.5f);
        if (coverage != 0 && from < to) target.CoverRun(from, to, (byte)coverage);
    }

    /// <summary>
    /// Sums eight areas, clears them, and gives eight coverages of 0–255, the first pixel in the lowest byte.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong TakeBlock(ref float areas, ref float sum)
    {
        Vector128<float> low = RunningSum(Vector128.LoadUnsafe(ref areas)) + Vector128.Create(sum);
        Vector128<float> high = RunningSum(Vector128.LoadUnsafe(ref areas, 4)) + Vector128.Create(low.GetElement(3));
        sum = high.GetElement(3);
        Vector128<float>.Zero.StoreUnsafe(ref areas);
        Vector128<float>.Zero.StoreUnsafe(ref areas, 4);
        Vector128<short> wide = Vector128.Narrow(Coverage(low), Coverage(high));
        return Vector128.Narrow(wide.AsUInt16(), wide.AsUInt16()).AsUInt64().GetElement(0);
    }

    private static Vector128<float> RunningSum(Vector128<float> values)
    {
        values += Vector128.ShuffleNative(values, Vector128.Create(0, 0, 1, 2))
            & Vector128.Create(0, -1, -1, -1).AsSingle();
        return values
            + (Vector128.ShuffleNative(values, Vector128.Create(0, 0, 0, 1))
            & Vector128.Create(0, 0, -1, -1).AsSingle());
    }

    private static Vector128<int> Coverage(Vector128<float> sums) => Vector128.ConvertToInt32(
        (Vector128.Min(Vector128.Abs(sums), Vector128<float>.One) * Vector128.Create(255f)) + Vector128.Create(0.5f));
}
