namespace Chartcast.Charting.Specs;

/// <summary>One fault of one field of a specification that came from outside.</summary>
/// <param name="Field">The path of the field, such as <c>indicators[0].period</c>.</param>
/// <param name="Message">What is wrong and what would be right, fit for strangers.</param>
/// <param name="Suggestions">The nearest right values, best first; may be empty.</param>
public sealed record SpecFault(string Field, string Message, IReadOnlyList<string> Suggestions)
{
    /// <summary>A fault without suggestions.</summary>
    public SpecFault(string field, string message)
        : this(field, message, [])
    {
    }

    /// <summary>Whether the fault is a key that nobody knows, so that leaving it out mends it.</summary>
    public bool IsUnknownKey { get; init; }

    /// <summary>The fault of a key that nobody knows; its message ends with the suggestions, when there are
    /// any.</summary>
    /// <param name="field">The path of the key.</param>
    /// <param name="message">Which keys there are, as whole sentences.</param>
    /// <param name="nearest">The nearest known keys, best first.</param>
    public static SpecFault UnknownKey(string field, string message, IReadOnlyList<string> nearest) =>
        WithNearest(field, message, nearest) with { IsUnknownKey = true };

    /// <summary>A fault whose message ends with the suggestions, when there are any.</summary>
    /// <param name="field">The path of the field.</param>
    /// <param name="message">What is wrong and what would be right, as whole sentences.</param>
    /// <param name="nearest">The nearest right values, best first.</param>
    public static SpecFault WithNearest(string field, string message, IReadOnlyList<string> nearest)
    {
        ArgumentNullException.ThrowIfNull(nearest);
        return nearest.Count == 0
            ? new SpecFault(field, message)
            : new SpecFault(field, $"{message} Did you mean {string.Join(" or ", nearest)}?", nearest);
    }
}
