using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>Pictures of tools for hosts that show them: one path on 24 × 24 units each, drawn in a colour that reads on
/// light and dark ground.</summary>
internal static class ToolIcons
{
    // <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path fill='none' stroke='#2E86DE' stroke-width='2'
    // d='…'/></svg>, escaped by hand: the server's icon is in the first answer, and Uri takes milliseconds to load.
    private const string Before =
        "data:image/svg+xml,%3Csvg%20xmlns%3D%27http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%27%20viewBox%3D%270%200%2024%2024"
        + "%27%3E%3Cpath%20fill%3D%27none%27%20stroke%3D%27%232E86DE%27%20stroke-width%3D%272%27%20d%3D%27";

    private const string After = "%27%2F%3E%3C%2Fsvg%3E";

    /// <summary>Two candles.</summary>
    public static IList<Icon> Chart { get; } = Draw("M8 3v3M8 16v5M5 6h6v10H5zM17 6v4M17 15v4M14 10h6v5h-6z");

    /// <summary>Four fields.</summary>
    public static IList<Icon> Sheet { get; } = Draw("M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z");

    /// <summary>A clock.</summary>
    public static IList<Icon> Status { get; } = Draw("M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18M12 7v5l3 3");

    /// <summary>A magnifying glass.</summary>
    public static IList<Icon> Search { get; } = Draw("M10 4a6 6 0 1 1 0 12a6 6 0 1 1 0-12M15 15l5 5");

    /// <summary>Lines of a list.</summary>
    public static IList<Icon> List { get; } = Draw("M4 6h16M4 12h16M4 18h10");

    /// <summary>A pulse.</summary>
    public static IList<Icon> Health { get; } = Draw("M3 12h4l3-7l4 14l3-7h4");

    /// <summary>An open book.</summary>
    public static IList<Icon> Options { get; } = Draw("M12 6C9 4 6 4 3 5v14c3-1 6-1 9 1c3-2 6-2 9-1V5c-3-1-6-1-9 1v14");

    /// <summary>A table.</summary>
    public static IList<Icon> Numbers { get; } = Draw("M4 5h16v14H4zM4 10h16M4 15h16M10 5v14");

    private static Icon[] Draw(string path) =>
    [
        new Icon
        {
            Source = Before + path.Replace(" ", "%20", StringComparison.Ordinal) + After,
            MimeType = "image/svg+xml",
            Sizes = ["any"],
        },
    ];
}
