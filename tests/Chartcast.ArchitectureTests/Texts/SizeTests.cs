using Chartcast.ArchitectureTests.Houses;

namespace Chartcast.ArchitectureTests.Texts;

/// <summary>Files stay readable. The list of exceptions only shrinks.</summary>
public sealed class SizeTests
{
    private const int LongestFileLines = 400;
    private const int LongestLineColumns = 120;

    /// <summary>Files past the limit, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal);

    [Fact]
    public void Files_StayBelowFourHundredLines()
    {
        string[] tooLong = [.. SourceTree.Sources("src").Concat(SourceTree.Sources("tests"))
            .Select(file => (file.Path, Lines: file.Text.Count(c => c == '\n')))
            .Where(file => file.Lines > LongestFileLines && !LongFiles.ContainsKey(file.Path))
            .Select(file => $"{file.Path}: {file.Lines} lines")];
        Assert.True(tooLong.Length == 0, "Look for a seam: " + string.Join('\n', tooLong));
    }

    [Fact]
    public void Exceptions_AreStillNeeded()
    {
        HashSet<string> paths = [.. SourceTree.Sources("src").Concat(SourceTree.Sources("tests"))
            .Where(file => file.Text.Count(c => c == '\n') > LongestFileLines).Select(file => file.Path)];
        Assert.All(LongFiles.Keys, path => Assert.Contains(path, paths));
    }

    [Fact]
    public void Lines_StayWithinColumns()
    {
        string[] wide = [.. from file in SourceTree.Sources("src")
            from line in file.Text.Split('\n').Select((text, index) => (text, number: index + 1))
            where line.text.TrimEnd('\r').Length > LongestLineColumns && !line.text.Contains("GeneratedRegex", StringComparison.Ordinal)
            select $"{file.Path}:{line.number}: {line.text.Length} columns"];
        Assert.True(wide.Length == 0, string.Join('\n', wide));
    }
}
