using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Png;

/// <summary>Paints a scene and packs it as PNG.</summary>
public static class PngEncoder
{
    /// <summary>The scene as a PNG file.</summary>
    public static byte[] Encode(Scene scene) => throw new NotSupportedException();
}
