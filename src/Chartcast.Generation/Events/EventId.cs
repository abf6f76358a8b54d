using System.Globalization;

namespace Chartcast.Generation.Events;

/// <summary>The id of an event on a stream: <c>&lt;epoch&gt;-&lt;sequence&gt;</c>.</summary>
/// <param name="Epoch">The store's epoch: 1–32 letters and digits.</param>
/// <param name="Sequence">The event's sequence, 0 or more; 0 stands before the first event.</param>
public readonly record struct EventId(string Epoch, long Sequence)
{
    private const int MaximumLength = 64;

    /// <summary>Reads an id that a client sent back.</summary>
    /// <param name="text">Text from anyone.</param>
    /// <param name="id">The id, when the text is one.</param>
    public static bool TryParse(string? text, out EventId id)
    {
        id = default;
        if (text is null || text.Length > MaximumLength) return false;
        int dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash <= 0) return false;
        foreach (char letter in text.AsSpan(0, dash))
        {
            if (!char.IsAsciiLetterOrDigit(letter)) return false;
        }

        if (!long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long sequence))
            return false;
        id = new EventId(text[..dash], sequence);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{Sequence}");
}
