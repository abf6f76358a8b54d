using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Svg;

/// <summary>Writes a scene as SVG.</summary>
public static class SvgWriter
{
    /// <summary>The scene as a UTF-8 SVG file.</summary>
    public static byte[] Write(Scene scene, string title, string description) => throw new NotSupportedException();
}
