using Chartcast.Charting.Specs.Drawings;

namespace Chartcast.Charting.Specs;

/// <summary>Something drawn by hand on the price pane: a line, a zone, a position, a text.</summary>
/// <param name="Listing">The drawing's catalogue entry.</param>
/// <param name="Inputs">Points, prices and texts by the listing's input keys; those that may be left out may be
/// missing.</param>
/// <param name="Overrides">Style values by the listing's override keys; only those that differ from the
/// default.</param>
/// <param name="Order">Whether it lies before or behind the bars; default before.</param>
public sealed record DrawingSpec(
    DrawingListing Listing,
    IReadOnlyDictionary<string, DrawingValue> Inputs,
    IReadOnlyDictionary<string, DrawingValue> Overrides,
    DrawingOrder Order = DrawingOrder.Top)
{
    /// <summary>The value of an override key: what was asked for, else its default.</summary>
    /// <param name="key">A key of <see cref="DrawingListing.Overrides"/>.</param>
    /// <exception cref="ArgumentException">The drawing has no such key.</exception>
    public DrawingValue Style(string key)
    {
        if (Overrides.TryGetValue(key, out DrawingValue value)) return value;
        return Listing.TryFindOverride(key, out DrawingKey? found)
            ? found.Default ?? default
            : throw new ArgumentException($"{Listing.Name} has no style {key}.", nameof(key));
    }

    /// <summary>The value of an input key, or its default, or null when there is neither.</summary>
    /// <param name="key">A key of <see cref="DrawingListing.Inputs"/>.</param>
    public DrawingValue? Input(string key)
    {
        if (Inputs.TryGetValue(key, out DrawingValue value)) return value;
        return Listing.TryFindInput(key, out DrawingKey? found) ? found.Default : null;
    }
}
