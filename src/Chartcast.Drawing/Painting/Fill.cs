namespace Chartcast.Drawing.Painting;

/// <summary>What an area is painted with: one colour, or a vertical gradient between two.</summary>
public readonly record struct Fill
{
    private Fill(Rgba top, double topY, Rgba bottom, double bottomY)
    {
        Top = top;
        TopY = topY;
        Bottom = bottom;
        BottomY = bottomY;
    }

    /// <summary>The colour at <see cref="TopY"/> and above; of a solid fill, the colour.</summary>
    public Rgba Top { get; }

    /// <summary>Where the gradient starts, device pixels from the top.</summary>
    public double TopY { get; }

    /// <summary>The colour at <see cref="BottomY"/> and below.</summary>
    public Rgba Bottom { get; }

    /// <summary>Where the gradient ends, device pixels from the top.</summary>
    public double BottomY { get; }

    /// <summary>Whether the colour changes with the height.</summary>
    public bool IsGradient => Top != Bottom;

    /// <summary>One colour everywhere.</summary>
    /// <param name="color">The colour.</param>
    public static Fill Solid(Rgba color) => new(color, 0, color, 0);

    /// <summary>A gradient from top to bottom, linear in straight-alpha sRGB.</summary>
    /// <param name="top">The colour at <paramref name="topY"/> and above.</param>
    /// <param name="topY">Device pixels from the top of the picture.</param>
    /// <param name="bottom">The colour at <paramref name="bottomY"/> and below.</param>
    /// <param name="bottomY">Device pixels from the top; at or above <paramref name="topY"/> the change is
    /// abrupt.</param>
    /// <exception cref="ArgumentException">A height is not finite.</exception>
    public static Fill Vertical(Rgba top, double topY, Rgba bottom, double bottomY)
    {
        if (!double.IsFinite(topY) || !double.IsFinite(bottomY))
            throw new ArgumentException("The heights of a gradient must be finite.", nameof(topY));
        return new Fill(top, topY, bottom, bottomY);
    }

    /// <summary>The colour at a height.</summary>
    /// <param name="y">Device pixels from the top of the picture.</param>
    public Rgba At(double y)
    {
        if (!IsGradient || y <= TopY) return Top;
        if (y >= BottomY) return Bottom;
        double part = (y - TopY) / (BottomY - TopY);
        return new Rgba(
            Mix(Top.R, Bottom.R, part),
            Mix(Top.G, Bottom.G, part),
            Mix(Top.B, Bottom.B, part),
            Mix(Top.A, Bottom.A, part));
    }

    private static byte Mix(byte from, byte to, double part) => (byte)(from + ((to - from) * part) + 0.5);
}
