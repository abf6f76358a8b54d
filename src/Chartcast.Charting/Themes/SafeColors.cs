using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Themes;

/// <summary>Turns green and red that say rising and falling into the theme's own colours for that.</summary>
internal static class SafeColors
{
    /// <summary>More colours than these are a scale of their own, which no two colours replace.</summary>
    private const int MostColors = 4;

    /// <summary>Less colourful than this is grey.</summary>
    private const double LeastSaturation = 0.1;

    private enum Meaning
    {
        None,
        Rising,
        Falling,
    }

    /// <summary>Replaces greens and reds when both are there; pale ones stay pale, others stay as they are.</summary>
    /// <param name="colors">The colours of one plot.</param>
    /// <param name="theme">Whose colours of rising and falling are taken.</param>
    public static void Apply(Span<Rgba> colors, ChartTheme theme)
    {
        if (colors.Length > MostColors || !Has(colors, Meaning.Rising) || !Has(colors, Meaning.Falling)) return;
        foreach (ref Rgba color in colors)
        {
            color = MeaningOf(color) switch
            {
                Meaning.Rising => AsPale(theme.Up, color),
                Meaning.Falling => AsPale(theme.Down, color),
                _ => color,
            };
        }
    }

    private static bool Has(ReadOnlySpan<Rgba> colors, Meaning meaning)
    {
        foreach (Rgba color in colors)
        {
            if (MeaningOf(color) == meaning) return true;
        }

        return false;
    }

    // Hues in degrees: reds around 0, greens and teals from 75 to 185; orange, blue and violet are told apart anyway.
    private static Meaning MeaningOf(Rgba color)
    {
        double most = Math.Max(color.R, Math.Max(color.G, color.B));
        double range = most - Least(color);
        if (range < LeastSaturation * most || most == 0) return Meaning.None;
        double hue = most == color.R ? (color.G - color.B) / range
            : most == color.G ? 2 + (color.B - color.R) / range
            : 4 + (color.R - color.G) / range;
        hue *= 60;
        return hue switch
        {
            >= -25 and <= 20 => Meaning.Falling,
            >= 75 and <= 185 => Meaning.Rising,
            _ => Meaning.None,
        };
    }

    private static Rgba AsPale(Rgba color, Rgba like)
    {
        double white = Least(like) / byte.MaxValue;
        return new Rgba(Mixed(color.R), Mixed(color.G), Mixed(color.B), like.A);

        byte Mixed(byte channel) => (byte)Math.Round(channel + (byte.MaxValue - channel) * white);
    }

    private static double Least(Rgba color) => Math.Min(color.R, Math.Min(color.G, color.B));
}
