using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>How a text of a drawing looks.</summary>
/// <param name="Face">The face.</param>
/// <param name="SizePx">The em size in device pixels.</param>
/// <param name="Color">The colour.</param>
/// <param name="IsItalic">Whether the letters lean.</param>
internal readonly record struct LabelStyle(FontFace Face, double SizePx, Rgba Color, bool IsItalic = false);
