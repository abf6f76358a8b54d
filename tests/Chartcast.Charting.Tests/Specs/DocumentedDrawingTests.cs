using System.Globalization;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Tests.Specs;

/// <summary>The catalogue of drawings against Chart-IMG's documentation.</summary>
public sealed class DocumentedDrawingTests
{
    private const int DrawingCount = 15;

    private static readonly List<(string Name, List<string[]> Rows)> Documented = Read();

    public static TheoryData<string> Names() => [.. Documented.Select(drawing => drawing.Name)];

    [Fact]
    public void Documentation_HasAllDrawings() => Assert.Equal(DrawingCount, Documented.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void Listing_TakesTheDocumentedKeys(string name)
    {
        DrawingListing listing = DrawingCatalog.All.Single(one => one.Name == name);
        Assert.True(listing.IsOfChartImg);
        Assert.All(Documented.Single(drawing => drawing.Name == name).Rows, row =>
        {
            if (row[0] == "input") HasInput(listing, row);
            else HasOverride(listing, row);
        });
        int ofChartImg = listing.Inputs.Concat(listing.Overrides).Count(key => key.IsOfChartImg);
        Assert.Equal(Documented.Single(drawing => drawing.Name == name).Rows.Count, ofChartImg);
    }

    private static void HasInput(DrawingListing listing, string[] row)
    {
        Assert.True(listing.TryFindInput(row[1], out DrawingKey? key), row[1]);
        Assert.Equal(row[3] == "required", key.IsRequired);
        DrawingKeyKind kind = row[2] switch
        {
            "datetime" => DrawingKeyKind.Time,
            "float" => DrawingKeyKind.Number,
            _ => DrawingKeyKind.Text,
        };
        Assert.Equal(kind, key.Kind);
    }

    private static void HasOverride(DrawingListing listing, string[] row)
    {
        Assert.True(listing.TryFindOverride(row[1], out DrawingKey? key), row[1]);
        Assert.Equal(row[2], Written(key.Default!.Value));
        if (row[3].Length > 0) Assert.Equal(double.Parse(row[3], CultureInfo.InvariantCulture), key.Minimum);
        if (row[4].Length > 0) Assert.Equal(double.Parse(row[4], CultureInfo.InvariantCulture), key.Maximum);
        if (row[5].Length > 0) Assert.Equal(row[5].Split('|').Order(), key.Choices.Order());
    }

    private static string Written(DrawingValue value) => value switch
    {
        { Switch: { } flag } => flag ? "true" : "false",
        { Color: { A: byte.MaxValue } color } => $"rgb({color.R},{color.G},{color.B})",
        { Color: { } color } => string.Create(
            CultureInfo.InvariantCulture, $"rgba({color.R},{color.G},{color.B},{Opacity(color):0.#})"),
        { Number: { } number } => number.ToString("R", CultureInfo.InvariantCulture),
        _ => value.Text ?? "",
    };

    private static double Opacity(Rgba color) => color.A / (double)byte.MaxValue;

    private static List<(string Name, List<string[]> Rows)> Read()
    {
        var drawings = new List<(string Name, List<string[]> Rows)>();
        string path = Path.Combine(AppContext.BaseDirectory, "Specs", "DocumentedDrawings.csv");
        foreach (string[] row in File.ReadLines(path).Where(line => line[0] != '#').Select(line => line.Split(';')))
        {
            if (row[0] == "drawing") drawings.Add((row[1], []));
            else drawings[^1].Rows.Add(row);
        }

        return drawings;
    }
}
