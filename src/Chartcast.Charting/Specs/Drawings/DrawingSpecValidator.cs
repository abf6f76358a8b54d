namespace Chartcast.Charting.Specs.Drawings;

/// <summary>Checks a drawing that was not read but put together by code.</summary>
internal static class DrawingSpecValidator
{
    /// <summary>What is wrong, as a sentence without its subject; null when nothing is.</summary>
    public static string? Fault(DrawingSpec drawing)
    {
        DrawingListing listing = drawing.Listing;
        foreach (DrawingKey key in listing.Inputs)
        {
            if (key.IsRequired && !drawing.Inputs.ContainsKey(key.Name)) return $"lacks its input {key.Name}";
        }

        foreach ((string name, DrawingValue value) in drawing.Inputs)
        {
            if (!listing.TryFindInput(name, out DrawingKey? key)) return $"has an unknown input {name}";
            if (!key.Accepts(value)) return $"has an input {name} that must be {key.Wanted}";
        }

        foreach ((string name, DrawingValue value) in drawing.Overrides)
        {
            if (!listing.TryFindOverride(name, out DrawingKey? key)) return $"has an unknown override {name}";
            if (!key.Accepts(value)) return $"has an override {name} that must be {key.Wanted}";
        }

        return listing.Lacks(drawing.Inputs);
    }
}
