using System.Globalization;
using System.Text.Json;

namespace Chartcast.Generation.Tests.Requests.AdvancedCharts;

/// <summary>Bodies made of Chart-IMG's documentation: every study and every drawing with every key.</summary>
internal static class DocumentedBodies
{
    private static readonly List<(string Name, List<string[]> Rows)> AllStudies = Read("DocumentedStudies", "study", ',');

    private static readonly List<(string Name, List<string[]> Rows)> AllDrawings =
        Read("DocumentedDrawings", "drawing", ';');

    public static IReadOnlyList<string> StudyNames { get; } = [.. AllStudies.Select(one => one.Name)];

    public static IReadOnlyList<string> DrawingNames { get; } = [.. AllDrawings.Select(one => one.Name)];

    /// <summary>A study with all its keys at their documented defaults.</summary>
    /// <param name="name">Its exact name.</param>
    /// <param name="isSample">Whether the sample's value is taken where table and sample disagree.</param>
    public static string Study(string name, bool isSample = false)
    {
        List<string[]> rows = AllStudies.Single(one => one.Name == name).Rows;
        IEnumerable<string> inputs = rows.Where(row => row[0] == "input").Select(row => Member(row[1], row[3]));
        IEnumerable<string> styles = rows.Where(row => row[0] == "override")
            .Select(row => Member(row[1], string.Join(',', row[2..]).Split(';')[isSample ? ^1 : 0]));
        return $$"""{"name":{{Quoted(name)}},"input":{{Object(inputs)}},"override":{{Object(styles)}}}""";
    }

    /// <summary>A drawing within the sample chart of <c>DEMO:BTC</c>, with all its keys.</summary>
    public static string Drawing(string name)
    {
        List<string[]> rows = AllDrawings.Single(one => one.Name == name).Rows;
        IEnumerable<string> inputs = rows.Where(row => row[0] == "input").Select(row => Member(row[1], InputOf(row)));
        IEnumerable<string> styles = rows.Where(row => row[0] == "override" && !row[1].Contains('.'))
            .Select(row => Member(row[1], row[2]));
        IEnumerable<string> levels = rows.Where(row => row[0] == "override" && row[1].Contains('.'))
            .GroupBy(row => row[1].Split('.')[0], row => Member(row[1].Split('.')[1], row[2]))
            .Select(level => $"{Quoted(level.Key)}:{Object(level)}");
        string style = Object(styles.Concat(levels));
        return $$"""{"name":{{Quoted(name)}},"input":{{Object(inputs)}},"override":{{style}},"zOrder":"top"}""";
    }

    // Prices and times within the sample chart.
    private static string InputOf(string[] row) => (row[1], row[2]) switch
    {
        ("endDatetime", _) => "2026-03-01T00:00:00.000Z",
        (_, "datetime") => "2026-01-10T00:00:00.000Z",
        ("text" or "quantity", _) => "Note 1",
        ("startPrice", _) => "1300",
        ("endPrice", _) => "1350",
        _ => "1320",
    };

    private static string Member(string key, string value)
    {
        bool isLiteral = value is "true" or "false"
            || double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return $"{Quoted(key)}:{(isLiteral ? value : Quoted(value))}";
    }

    private static string Object(IEnumerable<string> members) => "{" + string.Join(',', members) + "}";

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static List<(string Name, List<string[]> Rows)> Read(string file, string head, char separator)
    {
        var all = new List<(string Name, List<string[]> Rows)>();
        string path = Path.Combine(AppContext.BaseDirectory, "Documented", file + ".csv");
        foreach (string[] row in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(separator)))
        {
            if (row[0] == head) all.Add((row[1], []));
            else all[^1].Rows.Add(row);
        }

        return all;
    }
}
