using Chartcast.Charting.Specs;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Themes;

/// <summary>Lays given colours over a theme; what goes with a colour follows it unless it is given itself.</summary>
internal static class ThemePaint
{
    public static ChartTheme Apply(ChartTheme theme, IReadOnlyDictionary<string, Rgba> colors)
    {
        if (colors.Count == 0) return theme;
        Rgba text = Find(ThemeKeys.Text, theme.Text);
        Rgba up = Find(ThemeKeys.Up, theme.Up);
        Rgba down = Find(ThemeKeys.Down, theme.Down);
        Rgba line = Find(ThemeKeys.Line, theme.Line);
        return theme with
        {
            Background = Find(ThemeKeys.Background, theme.Background),
            Text = text,
            AxisText = Find(ThemeKeys.AxisText, colors.ContainsKey(ThemeKeys.Text) ? text : theme.AxisText),
            FaintText = colors.ContainsKey(ThemeKeys.Text) ? Like(text, FaintOpacity) : theme.FaintText,
            Watermark = text.WithOpacity((double)theme.Watermark.A / byte.MaxValue),
            Grid = Find(ThemeKeys.Grid, theme.Grid),
            AxisBorder = Find(ThemeKeys.Axis, theme.AxisBorder),
            Separator = Find(ThemeKeys.Axis, theme.Separator),
            Up = up,
            Down = down,
            VolumeUp = Find(ThemeKeys.VolumeUp, Like(up, (double)theme.VolumeUp.A / byte.MaxValue)),
            VolumeDown = Find(ThemeKeys.VolumeDown, Like(down, (double)theme.VolumeDown.A / byte.MaxValue)),
            Line = line,
            AreaTop = Like(line, (double)theme.AreaTop.A / byte.MaxValue),
            AreaBottom = line.WithOpacity(0),
        };

        Rgba Find(string key, Rgba usual) => colors.TryGetValue(key, out Rgba color) ? color : usual;
    }

    /// <summary>How much of the text's opacity faint text keeps.</summary>
    private const double FaintOpacity = 0.65;

    private static Rgba Like(Rgba color, double share) => color.WithOpacity(share * color.A / byte.MaxValue);
}
