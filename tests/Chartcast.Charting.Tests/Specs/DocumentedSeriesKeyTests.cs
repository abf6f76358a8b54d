using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chartcast.Charting.Specs;

namespace Chartcast.Charting.Tests.Specs;

/// <summary>The keys of <c>override.style</c> against Chart-IMG's documentation.</summary>
public sealed class DocumentedSeriesKeyTests
{
    private const int KeyCount = 68;

    private static readonly Row[] Documented =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", "DocumentedSeriesKeys.csv"))
            .Where(line => line[0] != '#').Select(Row.Parse),
    ];

    public static TheoryData<string> Names() => [.. Documented.Select(row => row.Name)];

    [Fact]
    public void Documentation_HasAllKeys_AndWeHaveNoOtherOfItsStyles()
    {
        Assert.Equal(KeyCount, Documented.Length);
        string[] prefixes = [.. Documented.Select(row => row.Name.Split('.')[0]).Distinct()];
        Assert.Equal(
            Documented.Select(row => row.Name).Order(),
            SeriesStyleKeys.All.Select(key => key.Name).Where(name => prefixes.Contains(name.Split('.')[0])).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Key_IsAsDocumented(string name)
    {
        Row row = Documented.Single(one => one.Name == name);
        Assert.True(SeriesStyleKeys.TryFind(name, out SeriesStyleKey? key));
        Assert.True(ChartStyles.TryParse(row.Style, out ChartStyle style));
        Assert.Equal(style, key.Style);
        StudyStyleValue read = Assert.Single(Read(name, row.Default)).Value;
        // These have a default that their directions' own colours always cover, so by default nobody sees it.
        if (name.EndsWith(".borderColor", StringComparison.Ordinal) && style != ChartStyle.HiLo
            || name.EndsWith(".wickColor", StringComparison.Ordinal))
            Assert.Null(key.Default);
        else
            Assert.Equal(read, key.Default);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Key_TakesTheDocumentedValuesAndNoOthers(string name)
    {
        Row row = Documented.Single(one => one.Name == name);
        Assert.All(row.Right(), value => Assert.Single(Read(name, value)));
        Assert.All(row.Wrong(), value => Assert.Empty(Read(name, value)));
    }

    private static IReadOnlyDictionary<string, StudyStyleValue> Read(string name, JsonNode? value)
    {
        var faults = new List<SpecFault>();
        using JsonDocument document = JsonDocument.Parse(new JsonObject { [name] = value?.DeepClone() }.ToJsonString());
        IReadOnlyDictionary<string, StudyStyleValue> read =
            SeriesStyleReader.Read(document.RootElement, "override.style", faults);
        Assert.Equal(faults.Count == 0, read.Count == 1);
        return read;
    }

    private sealed record Row(
        string Style, string Name, string Kind, JsonNode Default, double Minimum, double Maximum, string[] Choices)
    {
        public static Row Parse(string line)
        {
            string[] cells = [.. line.Split(';'), "", "", ""];
            JsonNode value = cells[3] is "color" or "choice" ? JsonValue.Create(cells[4]) : JsonNode.Parse(cells[4])!;
            return new Row(
                cells[0], $"{cells[1]}.{cells[2]}", cells[3], value, Number(cells[5]), Number(cells[6]),
                cells[7].Split('|'));
        }

        public JsonNode[] Right() => Kind switch
        {
            "color" => ["rgb(0,0,0)", "rgba(255,255,255,0.5)"],
            "switch" => [true, false],
            "int" => [Minimum, Maximum],
            "number" => [Minimum, Maximum, 0.5],
            _ => [.. Choices.Select(choice => JsonValue.Create(choice))],
        };

        public JsonNode[] Wrong() => Kind switch
        {
            "color" => ["red", "rgb(256,0,0)", 1],
            "switch" => ["true", 1],
            "int" => [Minimum - 1, Maximum + 1, 1.5, "1"],
            "number" => [Minimum - 1, Maximum + 1, "1"],
            _ => ["hlcc4", 1],
        };

        private static double Number(string text) =>
            text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
    }
}
