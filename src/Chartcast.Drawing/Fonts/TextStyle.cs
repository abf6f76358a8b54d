using Chartcast.Drawing.Painting;

namespace Chartcast.Drawing.Fonts;

/// <summary>How a text is drawn.</summary>
/// <param name="Face">The face.</param>
/// <param name="SizePx">The em size in device pixels, above 0; at most 1,000.</param>
/// <param name="Color">The colour.</param>
/// <param name="Anchor">Which point of the text stands at the given x.</param>
public readonly record struct TextStyle(FontFace Face, double SizePx, Rgba Color, TextAnchor Anchor = TextAnchor.Start);
