using System.Globalization;
using System.Text.Json;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Requests.AdvancedCharts;

/// <summary>A body for every study and every drawing as Chart-IMG documents them, all keys given.</summary>
public sealed class DocumentedBodyTests
{
    private const int StudyCount = 92;
    private const int DrawingCount = 15;

    private static readonly List<(string Name, List<string[]> Rows)> AllStudies = Read("DocumentedStudies", "study", ',');

    private static readonly List<(string Name, List<string[]> Rows)> AllDrawings =
        Read("DocumentedDrawings", "drawing", ';');

    public static TheoryData<string> Studies => [.. AllStudies.Select(one => one.Name)];

    public static TheoryData<string> Drawings => [.. AllDrawings.Select(one => one.Name)];

    [Fact]
    public void Documentation_HasAll() =>
        Assert.Equal((StudyCount, DrawingCount), (AllStudies.Count, AllDrawings.Count));

    [Theory]
    [MemberData(nameof(Studies))]
    public async Task Study_DrawsThePictureOfTheSameIndicator(string name)
    {
        List<string[]> rows = AllStudies.Single(one => one.Name == name).Rows;
        // Where table and sample of the documentation disagree, either is taken.
        foreach (Func<string[], string> value in new Func<string[], string>[] { values => values[0], values => values[^1] })
        {
            string study = StudyJson(name, rows, value);
            ChartRequest read = BodyBench.OfBody($$"""{"symbol":"DEMO:BTC","studies":[{{study}}]}""");
            Assert.Empty(read.Warnings);
            await BodyBench.SamePictureAsync(
                $$"""{"symbol":"DEMO:BTC","studies":[{{study}}]}""",
                $$"""{"symbol":"DEMO:BTC","indicators":[{{study}}]}""");
        }
    }

    [Theory]
    [MemberData(nameof(Drawings))]
    public async Task Drawing_DrawsThePictureOfTheSameArgument(string name)
    {
        string drawing = DrawingJson(name, AllDrawings.Single(one => one.Name == name).Rows);
        Assert.Empty(BodyBench.OfBody($$"""{"symbol":"DEMO:BTC","drawings":[{{drawing}}]}""").Warnings);
        ChartProduct plain = await BodyBench.DrawAsync(BodyBench.OfBody("""{"symbol":"DEMO:BTC"}"""));
        ChartProduct drawn = await BodyBench.SamePictureAsync(
            $$"""{"symbol":"DEMO:BTC","drawings":[{{drawing}}]}""",
            $$"""{"symbol":"DEMO:BTC","drawings":[{{drawing}}]}""");
        Assert.NotEqual(plain.Image.Sha256, drawn.Image.Sha256);
    }

    private static string StudyJson(string name, List<string[]> rows, Func<string[], string> value)
    {
        IEnumerable<string> inputs = rows.Where(row => row[0] == "input").Select(row => Member(row[1], row[3]));
        IEnumerable<string> styles = rows.Where(row => row[0] == "override")
            .Select(row => Member(row[1], value(string.Join(',', row[2..]).Split(';'))));
        return $$"""{"name":{{Quoted(name)}},"input":{{Object(inputs)}},"override":{{Object(styles)}}}""";
    }

    private static string DrawingJson(string name, List<string[]> rows)
    {
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
