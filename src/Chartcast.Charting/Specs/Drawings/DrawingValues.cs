using System.Text.Json;
using Chartcast.Drawing.Painting;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs.Drawings;

/// <summary>Collects the values of one drawing: checks each against its key.</summary>
internal sealed class DrawingValues(DrawingListing listing, ICollection<SpecFault> faults)
{
    /// <summary>The friendly form's key of all main colours.</summary>
    public const string FriendlyColor = "color";

    /// <summary>The friendly form's key of a retracement's coefficients.</summary>
    public const string FriendlyLevels = "levels";

    private const string TextInput = "text";

    private readonly Dictionary<string, DrawingValue> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DrawingValue> _overrides = new(StringComparer.Ordinal);
    private Rgba? _color;

    private bool HasLevels => listing.Name == DrawingNames.FibRetracement;

    /// <summary>Reads one member of <c>input</c>.</summary>
    public void ReadInput(JsonProperty member, string path)
    {
        if (listing.TryFindInput(member.Name, out DrawingKey? key)) Read(key, _inputs, member.Value, path);
        else faults.Add(Unknown(member.Name, path, "no input", listing.Inputs));
    }

    /// <summary>Reads one member of <c>override</c>; a level of a retracement is an object of its own.</summary>
    public void ReadOverride(JsonProperty member, string path)
    {
        if (FindOverride(member.Name) is { } key) Read(key, _overrides, member.Value, path);
        else if (!TryReadLevel(member, path)) faults.Add(Unknown(member.Name, path, "no style", listing.Overrides));
    }

    /// <summary>Reads one member of the friendly form.</summary>
    public void ReadFriendly(JsonProperty member, string path)
    {
        if (FindFriendly(listing.Inputs, member.Name) is { } input) Read(input, _inputs, member.Value, path);
        else if ((FindOverride(member.Name) ?? FindFriendly(listing.Overrides, member.Name)) is { } style)
            Read(style, _overrides, member.Value, path);
        else if (member.Name == FriendlyColor && listing.ColorKeys.Count > 0) ReadColor(member.Value, path);
        else if (member.Name == FriendlyLevels && HasLevels) ReadLevels(member.Value, path);
        else if (!TryReadLevel(member, path)) faults.Add(UnknownFriendly(member.Name, path));
    }

    /// <summary>Checks what only all keys together show; nothing when there are faults already.</summary>
    /// <param name="field">The path of the inputs.</param>
    /// <param name="faultsBefore">How many faults there were before this drawing.</param>
    public void CheckWhole(string field, int faultsBefore)
    {
        // A key that was given wrongly is not missing.
        if (faults.Count > faultsBefore) return;
        foreach (DrawingKey key in listing.Inputs)
        {
            if (key.IsRequired && !_inputs.ContainsKey(key.Name))
            {
                faults.Add(new SpecFault(
                    $"{field}.{key.Name}", $"is missing: {listing.Name} needs it; it must be {key.Wanted}."));
            }
        }

        if (faults.Count > faultsBefore) return;
        if (listing.Lacks(_inputs) is { } lack) faults.Add(new SpecFault(field, $"{lack}."));
    }

    /// <summary>The drawing; keeps only overrides that differ from the default.</summary>
    public DrawingSpec Complete(DrawingOrder order, bool isFriendly)
    {
        if (_color is { } color)
        {
            foreach ((string key, double? opacity) in listing.ColorKeys)
            {
                bool isFainter = opacity is not null && color.IsOpaque;
                _overrides.TryAdd(key, new(Color: isFainter ? color.WithOpacity(opacity!.Value) : color));
            }
        }

        if (isFriendly && listing.TextSwitch is { } shown && _inputs.ContainsKey(TextInput))
            _overrides.TryAdd(shown, new(Switch: true));
        foreach (DrawingKey key in listing.Overrides)
        {
            if (_overrides.TryGetValue(key.Name, out DrawingValue value) && value == key.Default)
                _overrides.Remove(key.Name);
        }

        return new DrawingSpec(listing, _inputs, _overrides, order);
    }

    private void Read(DrawingKey key, Dictionary<string, DrawingValue> values, JsonElement element, string path)
    {
        DrawingValue? value = DrawingValueReader.Read(key, element, path, faults);
        if (value is not null && !values.TryAdd(key.Name, value.Value))
            faults.Add(new SpecFault(path, $"gives {key.Name} a second time."));
    }

    private void ReadColor(JsonElement element, string path)
    {
        DrawingKey key = listing.Overrides.First(one => one.Name == listing.ColorKeys[0].Key);
        if (DrawingValueReader.Read(key, element, path, faults) is { } value) _color = value.Color;
    }

    private bool TryReadLevel(JsonProperty member, string path)
    {
        if (!HasLevels || !listing.TryFindOverride(member.Name + ".coeff", out _)) return false;
        ObjectMembers.Read(member.Value, path, faults, (part, partPath) =>
        {
            if (listing.TryFindOverride($"{member.Name}.{part.Name}", out DrawingKey? key))
                Read(key, _overrides, part.Value, partPath);
            else
            {
                string[] parts = ["visible", "coeff", "color"];
                faults.Add(SpecFault.UnknownKey(
                    partPath, $"is no part of a level, which has {string.Join(", ", parts)}.",
                    NearestNames.Find(part.Name, parts, 3)));
            }
        });
        return true;
    }

    private void ReadLevels(JsonElement element, string path)
    {
        int most = LineListings.FibLevelCount;
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() is var count && count is 0
            || count > most)
        {
            faults.Add(new SpecFault(
                path, $"must be a list of 1 to {most} coefficients such as [0, 0.5, 1], not {ShownText.Of(element)}."));
            return;
        }

        for (int i = 0; i < most; i++)
        {
            if (i >= count)
            {
                _overrides.TryAdd($"level{i + 1}.visible", new(Switch: false));
                continue;
            }

            listing.TryFindOverride($"level{i + 1}.coeff", out DrawingKey? key);
            Read(key!, _overrides, element[i], $"{path}[{i}]");
        }
    }

    private DrawingKey? FindOverride(string name)
    {
        if (listing.TryFindOverride(name, out DrawingKey? key)) return key;
        return listing.Overrides.FirstOrDefault(one => one.ExactAliases.Contains(name));
    }

    private static DrawingKey? FindFriendly(IReadOnlyList<DrawingKey> keys, string name) => keys.FirstOrDefault(
        key => key.Name == name || key.FriendlyNames.Contains(name, StringComparer.OrdinalIgnoreCase));

    private SpecFault Unknown(string name, string path, string what, IReadOnlyList<DrawingKey> keys)
    {
        string list = string.Join(", ", keys.Select(key => key.Name).Where(key => !key.Contains('.')));
        if (HasLevels && ReferenceEquals(keys, listing.Overrides))
            list += $", level1 to level{LineListings.FibLevelCount}";
        DrawingKey? meant = FindFriendly(keys, name);
        return SpecFault.UnknownKey(
            path,
            $"is {what} of {listing.Name}, which takes {list}.",
            meant is not null ? [meant.Name] : NearestNames.Find(name, keys.Select(key => key.Name), 3));
    }

    private SpecFault UnknownFriendly(string name, string path)
    {
        IEnumerable<string> styles = listing.Overrides.Select(key => key.Name).Where(key => !key.Contains('.'));
        if (listing.ColorKeys.Count > 0) styles = styles.Append(FriendlyColor);
        if (HasLevels) styles = styles.Append(FriendlyLevels);
        string[] known = [.. listing.Inputs.Select(key => key.Name), .. styles, "zOrder"];
        IEnumerable<string> all =
            known.Concat(listing.Inputs.Concat(listing.Overrides).SelectMany(key => key.FriendlyNames));
        return SpecFault.WithNearest(
            path,
            $"is not known; {listing.Aliases[0]} takes {string.Join(", ", known)}.",
            NearestNames.Find(name, all, 3));
    }
}
