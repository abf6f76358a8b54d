namespace Chartcast.Charting.Specs;

/// <summary>A text behind the bars.</summary>
/// <param name="Text">The text, 1–100 characters; untrusted.</param>
/// <param name="SizePx">Height of its letters in logical pixels, 8–256; default 48.</param>
/// <param name="Opacity">0.1–1; default 0.15.</param>
public sealed record WatermarkSpec(string Text, double SizePx = 48, double Opacity = 0.15);
