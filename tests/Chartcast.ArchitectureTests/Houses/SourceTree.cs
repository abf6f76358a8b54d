using System.Text.RegularExpressions;

namespace Chartcast.ArchitectureTests.Houses;

/// <summary>The checkout the tests were built from, found by its solution file.</summary>
public static partial class SourceTree
{
    private static readonly Lazy<string> LazyRoot = new(FindRoot);

    public static string Root => LazyRoot.Value;

    public static IReadOnlyList<string> Projects =>
        [.. Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(path => Path.GetFileName(path)!)
            .Where(name => name.StartsWith("Chartcast.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static string ProjectFile(string project) =>
        File.ReadAllText(Path.Combine(Root, "src", project, project + ".csproj"));

    public static IEnumerable<SourceFile> Sources(string under) =>
        Directory.EnumerateFiles(Path.Combine(Root, under), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !BuildOutput().IsMatch(path))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path))));

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Chartcast.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("Chartcast.slnx is in no folder above the tests: run them from a checkout.");
    }

    [GeneratedRegex("/(bin|obj)/")]
    private static partial Regex BuildOutput();
}

/// <summary>One source file.</summary>
/// <param name="Path">From the checkout's root, with forward slashes.</param>
/// <param name="Text">Its text.</param>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>The namespace its folders spell: <c>src/Chartcast.App/Guide/X.cs</c> lies in <c>Chartcast.App.Guide</c>.</summary>
    public string Room
    {
        get
        {
            string[] parts = Path.Split('/');
            return string.Join('.', parts[1..^1]);
        }
    }
}
