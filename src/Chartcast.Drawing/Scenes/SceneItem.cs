using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;

namespace Chartcast.Drawing.Scenes;

internal enum SceneItemKind : byte
{
    /// <summary><see cref="SceneItem.First"/> is a group.</summary>
    BeginGroup,
    EndGroup,

    /// <summary>First and Count are boxes of one colour, painted one after another.</summary>
    Rects,

    /// <summary>First and Count are points, Style is a fill.</summary>
    Polygon,

    /// <summary>First is a path, Style is a fill.</summary>
    Path,

    /// <summary>First and Count are points, Style is a stroke.</summary>
    Polyline,

    /// <summary>First and Count are characters, Style is a text placement.</summary>
    Text,
}

/// <summary>One step of painting: indices into the arrays of its scene.</summary>
internal readonly record struct SceneItem(SceneItemKind Kind, int First, int Count, int Style);

/// <summary>A rectangle already cut to the picture, so that 16 bits an edge are enough.</summary>
internal readonly record struct SceneBox(ushort Left, ushort Top, ushort Right, ushort Bottom);

/// <summary>A point in single precision: a thousandth of a pixel at the far edge of the largest picture.</summary>
internal readonly record struct ScenePoint(float X, float Y);

internal readonly record struct SceneGroup(string Name, PixelRect Clip, bool HasClip);

internal readonly record struct TextPlacement(float X, int BaselineY, float SizePx, FontFace Face, Rgba Color);
