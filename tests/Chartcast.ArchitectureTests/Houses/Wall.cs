using System.Text.RegularExpressions;

namespace Chartcast.ArchitectureTests.Houses;

/// <summary>A wall: code below one namespace may not name another.</summary>
/// <param name="From">The namespace that must not know.</param>
/// <param name="To">The namespace it must not know.</param>
public sealed record Wall(string From, string To)
{
    /// <summary>The places where a file looks through this wall; empty when it does not.</summary>
    public IEnumerable<string> Breaches(SourceFile file)
    {
        if (!IsBelow(file.Room, From)) yield break;
        string[] lines = file.Text.Split('\n');
        var pattern = new Regex(@"(?<![\w.])(?:global::)?" + Regex.Escape(To) + @"(?![\w])");
        // Inside Chartcast.App, `using Chartcast.App.Guide;` may also be written as a partial name; the build's IDE0130
        // and the using style keep full names, so the full name is what is searched.
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].TrimStart().StartsWith("//", StringComparison.Ordinal) && pattern.IsMatch(lines[i]))
                yield return $"{file.Path}:{i + 1} names {To}, but {From} must not know it";
        }
    }

    private static bool IsBelow(string room, string wall) =>
        room == wall || room.StartsWith(wall + ".", StringComparison.Ordinal);
}
