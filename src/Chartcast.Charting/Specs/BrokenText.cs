namespace Chartcast.Charting.Specs;

/// <summary>Turns text that JSON allows but that is no text, half of a surrogate pair, into a fault.</summary>
/// <remarks>The parser lets <c>"\ud800"</c> pass and throws only when it is read, wherever that is.</remarks>
internal static class BrokenText
{
    /// <summary>Reads something, or adds a fault when a text of it is broken.</summary>
    /// <param name="field">The path of what is read.</param>
    /// <param name="faults">Receives the fault.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="broken">What is given back when a text is broken.</param>
    public static T Guard<T>(string field, ICollection<SpecFault> faults, Func<T> read, T broken)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            faults.Add(new SpecFault(field, "has a text with half of a surrogate pair; write whole characters."));
            return broken;
        }
    }
}
