namespace Chartcast.Charting.Tests.Golden;

/// <summary>How far two pictures of the same shapes by different painters are apart.</summary>
/// <remarks>Painters soften edges each in their own way, but between the colours on both sides. So a pixel counts as
/// far as it lies outside of everything at and around it in the other picture.</remarks>
/// <param name="Worst">The farthest pixel, 0 to 255: a missing word or mark.</param>
/// <param name="WorstAt">Where it is.</param>
/// <param name="LongestRun">The most strays in a row or column with small gaps between them: a missing line or fill,
/// however faint.</param>
/// <param name="RunAt">Where they end.</param>
internal readonly record struct PictureDistance(
    int Worst, (int X, int Y) WorstAt, int LongestRun, (int X, int Y) RunAt)
{
    /// <summary>From here on a pixel is a stray.</summary>
    private const int LeastStray = 6;

    /// <summary>Painters round how much of a pixel is covered to about so many steps.</summary>
    private const int CoverageSteps = 10;

    /// <summary>The gaps of a dashed line do not end a run.</summary>
    private const int LargestGapPx = 6;

    public static PictureDistance Between(Picture left, Picture right)
    {
        Assert.Equal((left.Width, left.Height), (right.Width, right.Height));
        var strays = new byte[left.Width * left.Height];
        int worst = 0;
        (int, int) at = default;
        for (int y = 0; y < left.Height; y++)
        {
            for (int x = 0; x < left.Width; x++)
            {
                if (Channels(left, x, y).SequenceEqual(Channels(right, x, y))) continue;
                int outside = Math.Max(Outside(left, right, x, y), Outside(right, left, x, y));
                strays[(y * left.Width) + x] = (byte)outside;
                if (outside > worst) (worst, at) = (outside, (x, y));
            }
        }

        (int run, (int, int) runAt) = LongestOf(strays, left.Width, left.Height);
        return new PictureDistance(worst, at, run, runAt);
    }

    private static (int Length, (int X, int Y) At) LongestOf(byte[] strays, int width, int height)
    {
        var down = new Run[width];
        (int Length, (int, int) At) longest = default;
        for (int y = 0; y < height; y++)
        {
            var across = new Run();
            for (int x = 0; x < width; x++)
            {
                if (strays[(y * width) + x] < LeastStray) continue;
                int length = Math.Max(across.With(x), down[x].With(y));
                if (length > longest.Length) longest = (length, (x, y));
            }
        }

        return longest;
    }

    private struct Run
    {
        private int _last;
        private int _count;

        public int With(int place)
        {
            _count = place - _last <= LargestGapPx + 1 ? _count + 1 : 1;
            _last = place;
            return _count;
        }
    }

    /// <summary>How far a pixel's colour lies outside of what the other picture has at and around it, less what
    /// rounded coverage explains.</summary>
    private static int Outside(Picture picture, Picture other, int x, int y)
    {
        ReadOnlySpan<byte> own = Channels(picture, x, y);
        int outside = 0;
        for (int channel = 0; channel < own.Length; channel++)
        {
            (int lowest, int highest) = Around(other, x, y, channel);
            (int ownLowest, int ownHighest) = Around(picture, x, y, channel);
            int contrast = Math.Max(highest, ownHighest) - Math.Min(lowest, ownLowest);
            int beyond = Math.Max(lowest - own[channel], own[channel] - highest);
            outside = Math.Max(outside, beyond - (contrast / CoverageSteps));
        }

        return outside;
    }

    private static (int Lowest, int Highest) Around(Picture picture, int x, int y, int channel)
    {
        int lowest = byte.MaxValue, highest = 0;
        for (int nearY = Math.Max(0, y - 1); nearY <= Math.Min(picture.Height - 1, y + 1); nearY++)
        {
            for (int nearX = Math.Max(0, x - 1); nearX <= Math.Min(picture.Width - 1, x + 1); nearX++)
            {
                int near = picture.Pixels[(4 * ((nearY * picture.Width) + nearX)) + channel];
                (lowest, highest) = (Math.Min(lowest, near), Math.Max(highest, near));
            }
        }

        return (lowest, highest);
    }

    private static ReadOnlySpan<byte> Channels(Picture picture, int x, int y) =>
        picture.Pixels.AsSpan(4 * ((y * picture.Width) + x), 3);
}
