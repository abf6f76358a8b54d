using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Specs;

/// <summary>One style value of a study: a colour, a number, a switch or a word, exactly one of them.</summary>
/// <param name="Color">A colour, for keys that end in <c>.color</c> or <c>colors.N</c>.</param>
/// <param name="Number">A number, for widths, line styles and levels.</param>
/// <param name="Switch">A switch, for <c>.visible</c> and <c>.display</c>.</param>
/// <param name="Word">A word, for <c>.plottype</c> and <c>.direction</c>.</param>
public readonly record struct StudyStyleValue(
    Rgba? Color = null, double? Number = null, bool? Switch = null, string? Word = null);
