using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Specs.Drawings;

/// <summary>One value of a drawing: exactly one of the five is set, after the key's kind.</summary>
/// <param name="Number">For numbers, whole or not.</param>
/// <param name="Text">For texts and choices.</param>
/// <param name="Time">For times.</param>
/// <param name="Switch">For switches.</param>
/// <param name="Color">For colours.</param>
public readonly record struct DrawingValue(
    double? Number = null, string? Text = null, DrawingTime? Time = null, bool? Switch = null, Rgba? Color = null);
