using System.Text.RegularExpressions;
using Chartcast.ArchitectureTests.Houses;

namespace Chartcast.ArchitectureTests.Texts;

/// <summary>Documents speak of what is there.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Documents =
        [.. Directory.EnumerateFiles(SourceTree.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "docs"), "*.md", SearchOption.AllDirectories))];

    [Fact]
    public void LinksToFiles_LeadSomewhere()
    {
        List<string> dead = [];
        foreach (string document in Documents)
        {
            foreach (Match link in Link().Matches(File.ReadAllText(document)))
            {
                string target = link.Groups[1].Value.Split('#')[0];
                if (target.Length == 0 || target.Contains("://", StringComparison.Ordinal)) continue;
                if (!Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target)))
                    dead.Add($"{Path.GetRelativePath(SourceTree.Root, document)} → {target}");
            }
        }

        Assert.True(dead.Count == 0, string.Join('\n', dead));
    }

    [Fact]
    public void Decisions_AreNumberedWithoutHoles()
    {
        string[] names = [.. Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "docs", "decisions"), "*.md")
            .Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        Assert.NotEmpty(names);
        Assert.All(names.Select((name, index) => (name, index)),
            item => Assert.StartsWith($"{item.index + 1:0000}-", item.name, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
