using Chartcast.Drawing.Fonts;

namespace Chartcast.Charting.Specs;

/// <summary>A text behind the bars.</summary>
/// <param name="Text">The text, 1–100 characters that the built-in font has; untrusted.</param>
/// <param name="SizePx">Size of its letters in logical pixels, 8–256; default 48. A text too wide for the pane is made
/// smaller.</param>
/// <param name="Opacity">0.1–1; default 0.15.</param>
public sealed record WatermarkSpec(string Text, double SizePx = 48, double Opacity = 0.15)
{
    /// <summary>Most characters of a text.</summary>
    public const int MaximumLength = 100;

    /// <summary>Smallest size of letters.</summary>
    public const double MinimumSizePx = 8;

    /// <summary>Largest size of letters.</summary>
    public const double MaximumSizePx = 256;

    /// <summary>Least opacity.</summary>
    public const double MinimumOpacity = 0.1;

    /// <summary>What a text would have to be, or null when it is right.</summary>
    internal static string? FaultOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaximumLength)
            return $"must be a text of 1 to {MaximumLength} characters";
        string missing = FontCoverage.MissingFrom(text, FontFace.Medium);
        return missing.Length == 0
            ? null
            : $"has {ShownText.Of(missing)}, which the built-in font cannot write: leave it out";
    }
}
