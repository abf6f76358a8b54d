using System.Globalization;

namespace Chartcast.Mcp.Sessions;

/// <summary>
/// An event's id on the wire: the stream's number in its session, a hyphen, the event's number in the stream.
/// </summary>
internal readonly record struct EventId(int Stream, long Sequence)
{
    public static bool TryParse(string text, out EventId id)
    {
        id = default;
        var hyphen = text.IndexOf('-');
        if (hyphen < 0
            || !int.TryParse(text.AsSpan(0, hyphen), NumberStyles.None, CultureInfo.InvariantCulture, out var stream)
            || !long.TryParse(
                text.AsSpan(hyphen + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            return false;
        id = new EventId(stream, sequence);
        return true;
    }
}
