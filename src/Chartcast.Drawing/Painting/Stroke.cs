namespace Chartcast.Drawing.Painting;

/// <summary>How a line is drawn: butt caps, round joins, centred on its points.</summary>
/// <param name="Color">The colour.</param>
/// <param name="WidthPx">The width in device pixels, above 0; at most 1,000.</param>
/// <param name="Dash">How the line is broken up.</param>
public readonly record struct Stroke(Rgba Color, double WidthPx, DashPattern Dash = DashPattern.Solid);
