namespace Chartcast.Charting.Views;

/// <summary>How many device pixels candles, bars and columns are wide, given the spacing of the bars.</summary>
internal static class BarWidths
{
    /// <summary>Between these spacings a body takes three logical pixels, and neighbours may touch.</summary>
    private const double TouchingFrom = 2.5;
    private const double TouchingTo = 4;
    private const int TouchingPx = 3;

    /// <summary>From this spacing on a body is kept visible even where the general rule leaves only the wick's
    /// width.</summary>
    private const double KeepBodyFrom = 2;

    private const double NarrowestShare = 0.2;
    private const double StemShare = 0.3;

    /// <summary>The width of a candle's body, of the same parity as its wick so that the wick stands in its
    /// middle.</summary>
    /// <param name="spacingPx">Logical pixels from bar to bar.</param>
    /// <param name="pixelRatio">Device pixels per logical pixel.</param>
    public static int Candle(double spacingPx, int pixelRatio)
    {
        int width = Math.Max(WithoutParity(spacingPx, pixelRatio), pixelRatio);
        if (width >= 2 && (width & 1) != (pixelRatio & 1)) width--;
        return width;
    }

    /// <summary>The same, but a spacing of two pixels or more always shows a body.</summary>
    /// <remarks>Between 2 and 2.5 px at ratio 1 the general rule makes the body as thin as the wick, so that open and
    /// close
    /// disappear (300 bars on 800 px). There the rule for 2.5 to 4 px is kept: three pixels, cut where the neighbour
    /// begins.</remarks>
    public static int CandleWithBody(double spacingPx, int pixelRatio)
    {
        int width = Candle(spacingPx, pixelRatio);
        return width <= pixelRatio && spacingPx >= KeepBodyFrom ? TouchingPx * pixelRatio : width;
    }

    /// <summary>The width of a brick: all of its slot but a hairline, of the same parity as its wick.</summary>
    /// <param name="spacingPx">Logical pixels from bar to bar.</param>
    /// <param name="pixelRatio">Device pixels per logical pixel.</param>
    public static int Brick(double spacingPx, int pixelRatio)
    {
        int width = Math.Max((int)Math.Floor(spacingPx * pixelRatio) - pixelRatio, pixelRatio);
        if (width >= 2 && (width & 1) != (pixelRatio & 1)) width--;
        return width;
    }

    /// <summary>The thickness of an open-high-low-close bar's stem.</summary>
    /// <param name="spacingPx">Logical pixels from bar to bar.</param>
    /// <param name="pixelRatio">Device pixels per logical pixel.</param>
    public static int Stem(double spacingPx, int pixelRatio)
    {
        int width = Math.Max(pixelRatio, (int)Math.Floor(StemShare * spacingPx * pixelRatio));
        if (width >= 2 && (width & 1) != (pixelRatio & 1)) width--;
        return width;
    }

    private static int WithoutParity(double spacingPx, int pixelRatio)
    {
        if (spacingPx is >= TouchingFrom and <= TouchingTo) return TouchingPx * pixelRatio;
        double beyond = Math.Max(TouchingTo, spacingPx) - TouchingTo;
        double share = 1 - NarrowestShare * Math.Atan(beyond) / (Math.PI / 2);
        return Math.Min(
            (int)Math.Floor(spacingPx * share * pixelRatio), (int)Math.Floor(spacingPx * pixelRatio));
    }
}
