using System.Text.Json;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs;

/// <summary>Collects the style values of one study: checks each against what the study draws.</summary>
/// <remarks>Keys follow Chart-IMG v2: a plot, level or band name, a dot, and <c>color</c>, <c>color.N</c>,
/// <c>linewidth</c>, <c>linestyle</c>, <c>value</c>, <c>transparency</c>, <c>visible</c> or <c>plottype</c>, where it
/// draws such a thing.</remarks>
internal sealed class StudyStyles
{
    /// <summary>The friendly form's key of the main line's colour.</summary>
    public const string FriendlyColor = "color";

    /// <summary>The friendly form's key of the main line's width.</summary>
    public const string FriendlyWidth = "lineWidth";

    private readonly IndicatorListing _listing;
    private readonly ICollection<SpecFault> _faults;
    private readonly Dictionary<string, StyleKey> _keys;
    private readonly Dictionary<string, StudyStyleValue> _values = new(StringComparer.Ordinal);

    /// <summary>Starts with no style value.</summary>
    public StudyStyles(IndicatorListing listing, ICollection<SpecFault> faults)
    {
        _listing = listing;
        _faults = faults;
        _keys = StyleKey.AllOf(listing).ToDictionary(key => key.Name, StringComparer.Ordinal);
    }

    /// <summary>Reads one member of <c>override</c>.</summary>
    public void ReadExact(JsonProperty member, string path)
    {
        if (_keys.TryGetValue(member.Name, out StyleKey? key)) Set(key, member.Value, path);
        else
        {
            _faults.Add(SpecFault.UnknownKey(
                path,
                $"is no style of {_listing.Name}, which has {string.Join(", ", _keys.Keys)}.",
                NearestNames.Find(member.Name, _keys.Keys, 3)));
        }
    }

    /// <summary>Reads <c>color</c> or <c>lineWidth</c> of the friendly form.</summary>
    /// <returns>False when the member is neither; nothing was read then.</returns>
    public bool TryReadFriendly(JsonProperty member, string path)
    {
        string? attribute = member.Name switch
        {
            FriendlyColor => "color",
            FriendlyWidth => "linewidth",
            _ => null,
        };
        if (attribute is null) return false;
        string[] keys = [.. MainPlots().Select(plot => $"{plot}.{attribute}").Where(_keys.ContainsKey)];
        if (keys.Length == 0)
        {
            _faults.Add(new SpecFault(
                path,
                $"does not fit {_listing.Name}, which has no single one: use the exact form with override "
                    + $"{string.Join(", ", _keys.Keys)}."));
        }

        foreach (string key in keys) Set(_keys[key], member.Value, path);
        return true;
    }

    /// <summary>The values that differ from what the study draws by itself.</summary>
    public IReadOnlyDictionary<string, StudyStyleValue> Complete() => _values;

    // A channel is one thing to the eye, so its lines are styled together; elsewhere the first line is the main one,
    // and where there is no line the first plot.
    private IEnumerable<string> MainPlots()
    {
        IndicatorOutput[] shown = [.. _listing.Outputs.Where(static output => output.IsVisible)];
        string[] lines = [.. shown.Where(static output => IsLine(output.Kind)).Select(static output => output.Key)];
        if (lines.Length == 0) return shown.Select(static output => output.Key).Take(1);
        bool isChannel = _listing.IsOverlay && _listing.Bands.Count > 0;
        return isChannel ? lines : lines.Take(1);
    }

    private static bool IsLine(PlotKind kind) =>
        kind is PlotKind.Line or PlotKind.JoinedLine or PlotKind.StepLine or PlotKind.Levels or PlotKind.Area;

    private void Set(StyleKey key, JsonElement value, string path)
    {
        string? wanted = StyleValueReader.Read(key.Kind, value, out StudyStyleValue read);
        if (wanted is null) Keep(key, read);
        else _faults.Add(new SpecFault(path, $"must be {wanted}, not {ShownText.Of(value)}."));
    }

    private void Keep(StyleKey key, StudyStyleValue value)
    {
        if (value == key.Default) _values.Remove(key.Name);
        else _values[key.Name] = value;
    }
}
