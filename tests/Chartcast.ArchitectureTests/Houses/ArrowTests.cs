using System.Text.RegularExpressions;

namespace Chartcast.ArchitectureTests.Houses;

/// <summary>Who may reference whom. A new arrow is a decision: change the table and write a record in docs/decisions.</summary>
public sealed partial class ArrowTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Chartcast.Drawing"] = [],
        ["Chartcast.Indicators"] = [],
        ["Chartcast.Charting"] = ["Chartcast.Drawing", "Chartcast.Indicators"],
        ["Chartcast.Generation"] = ["Chartcast.Charting", "Chartcast.Drawing", "Chartcast.Indicators"],
        ["Chartcast.Mcp"] = [],
        ["Chartcast.App"] =
        [
            "Chartcast.Charting", "Chartcast.Drawing", "Chartcast.Generation", "Chartcast.Indicators", "Chartcast.Mcp",
        ],
    };

    private static readonly Wall[] InnerWalls =
    [
        .. Apart("Chartcast.App", "Tools", "Guide"),
        .. Apart("Chartcast.App", "Guide", "Pictures"),
        .. Apart("Chartcast.App", "Tools", "Cli"),
        .. Apart("Chartcast.App", "Pictures", "Tools"),
        .. Apart("Chartcast.App", "ChartImgApi", "Guide"),
        .. Apart("Chartcast.App", "ChartImgApi", "Tools"),
        .. Apart("Chartcast.App", "ChartImgApi", "Pictures"),
        .. Apart("Chartcast.App", "ChartImgApi", "Cli"),
        .. Apart("Chartcast.App", "Dashboard", "Guide"),
        .. Apart("Chartcast.App", "Dashboard", "Tools"),
        .. Apart("Chartcast.App", "Dashboard", "Pictures"),
        .. Apart("Chartcast.App", "Dashboard", "ChartImgApi"),
        new("Chartcast.App.Configuration", "Chartcast.App.ChartImgApi"),
        new("Chartcast.App.Tools", "Chartcast.App.Conformance"),
        new("Chartcast.App.Guide", "Chartcast.App.Conformance"),
        new("Chartcast.App.Guide", "Chartcast.App.Cli"),
        new("Chartcast.App.Pictures", "Chartcast.App.Cli"),
        new("Chartcast.Generation.Providers", "Chartcast.Generation.Events"),
        new("Chartcast.Generation.Providers", "Chartcast.Generation.Stores"),
        new("Chartcast.Generation.MarketData", "Chartcast.Generation.Events"),
        new("Chartcast.Generation.MarketData", "Chartcast.Generation.Stores"),
        new("Chartcast.Generation.MarketData", "Chartcast.Generation.Providers"),
        new("Chartcast.Generation.Events", "Chartcast.Generation.Providers"),
        new("Chartcast.Generation.Events", "Chartcast.Generation.MarketData"),
        new("Chartcast.Charting.Models", "Chartcast.Charting.Views"),
        new("Chartcast.Charting.Models", "Chartcast.Charting.Composing"),
        new("Chartcast.Charting.Views", "Chartcast.Charting.Composing"),
        new("Chartcast.Drawing.Raster", "Chartcast.Drawing.Png"),
        new("Chartcast.Drawing.Scenes", "Chartcast.Drawing.Raster"),
        new("Chartcast.Drawing.Geometry", "Chartcast.Drawing.Scenes"),
        new("Chartcast.Indicators.Bars", "Chartcast.Indicators.Catalog"),
    ];

    public static TheoryData<string> Projects => [.. SourceTree.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void ProjectReferences_AreTheArrowsOfTheHouse(string project)
    {
        Assert.True(Arrows.ContainsKey(project), $"{project} is not in the table of arrows.");
        string[] actual = [.. ProjectReference().Matches(SourceTree.ProjectFile(project))
            .Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)];
        Assert.Equal(Arrows[project], actual);
    }

    [Fact]
    public void InnerWalls_Hold()
    {
        string[] breaches = [.. from file in SourceTree.Sources("src") from wall in InnerWalls
            from breach in wall.Breaches(file) select breach];
        Assert.True(breaches.Length == 0, string.Join('\n', breaches));
    }

    [Fact]
    public void InnerWalls_NameRoomsThatExist()
    {
        HashSet<string> rooms = [.. SourceTree.Sources("src").SelectMany(file => Above(file.Room))];
        string[] missing = [.. InnerWalls.SelectMany(wall => new[] { wall.From, wall.To }).Distinct()
            .Where(room => !rooms.Contains(room))];
        Assert.True(missing.Length == 0, "A wall of a room that is not there guards nothing: " + string.Join(", ", missing));
    }

    [Theory]
    [InlineData("using Chartcast.App.Guide;", true)]
    [InlineData("using Chartcast.App.Guides;", false)]
    [InlineData("// as in Chartcast.App.Guide", false)]
    [InlineData("var x = new global::Chartcast.App.Guide.Thing();", true)]
    public void Wall_IsBreached_WhenTheOtherRoomIsNamed(string line, bool breached)
    {
        var wall = new Wall("Chartcast.App.Tools", "Chartcast.App.Guide");
        Assert.Equal(breached, wall.Breaches(new SourceFile("src/Chartcast.App/Tools/X.cs", line)).Any());
        Assert.Empty(wall.Breaches(new SourceFile("src/Chartcast.App/Cli/X.cs", line)));
    }

    private static Wall[] Apart(string house, string one, string other) =>
        [new($"{house}.{one}", $"{house}.{other}"), new($"{house}.{other}", $"{house}.{one}")];

    private static IEnumerable<string> Above(string room)
    {
        for (string name = room; name.Length > 0; name = name.Contains('.') ? name[..name.LastIndexOf('.')] : "")
            yield return name;
    }

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*?/(Chartcast\.\w+)\.csproj""")]
    private static partial Regex ProjectReference();
}
