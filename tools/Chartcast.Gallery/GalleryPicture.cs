using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Drawing.Png;
using Chartcast.Indicators.Bars;

namespace Chartcast.Gallery;

/// <summary>One picture of the gallery.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Spec">The chart.</param>
/// <param name="Bars">Its bars.</param>
internal sealed record GalleryPicture(string Title, ChartSpec Spec, BarSeries Bars)
{
    /// <summary>The title as a part of a file's name.</summary>
    public string Slug
    {
        get
        {
            string plain = Title.Replace("%", "percent ", StringComparison.Ordinal).ToLowerInvariant();
            char[] signs = [.. plain.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')];
            return string.Join('-', new string(signs).Split('-', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    public byte[] Draw() => PngEncoder.Encode(ChartComposer.Compose(Spec, Bars).Scene);
}

/// <summary>Pictures that belong together.</summary>
internal sealed record GalleryFamily(string Title, string Folder, IReadOnlyList<GalleryPicture> Pictures);
