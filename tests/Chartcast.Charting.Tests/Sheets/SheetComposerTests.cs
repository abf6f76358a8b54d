using Chartcast.Charting.Composing;
using Chartcast.Charting.Sheets;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Golden;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Tests.Sheets;

public sealed class SheetComposerTests
{
    private const int WarmUp = 100;
    private const int MostOff = 48;
    private const string Reason =
        "FILE:missing has no file 'missing.csv' in the data folder. The folder has FILE:one, FILE:two and FILE:three.";

    [Theory]
    [InlineData("light", 4, 2, 1)]
    [InlineData("dark", 3, 3, 2)]
    [InlineData("colorblind", 5, 2, 1)]
    public void Sheet_LooksAsKept(string theme, int count, int columns, int ratio)
    {
        SheetSpec spec = Spec(theme, columns, ratio);
        SheetTile[] tiles = [.. SheetLayout.Places(spec.WidthPx, spec.HeightPx, count, columns)
            .Select((place, i) => i == 2 ? new SheetTile("FILE:missing 1D", null, Reason) : Chart(spec, place, i))];
        GoldenPicture.Verify("sheets", $"{count}-in-{columns}-{theme}", SheetComposer.Compose(spec, tiles));
    }

    [Fact]
    public void Chart_IsTheSameAsAlone_AtItsPlace()
    {
        SheetSpec spec = Spec("light", 2, 1);
        IReadOnlyList<PixelRect> places = SheetLayout.Places(spec.WidthPx, spec.HeightPx, 2, 2);
        // Gradients, clips, texts and paths all have to move along.
        SheetTile[] tiles =
        [
            Chart(spec, places[0], 0, ChartStyle.Area), Chart(spec, places[1], 1, ChartStyle.Baseline),
        ];
        Picture whole = PngFile.Read(Drawing.Png.PngEncoder.Encode(SheetComposer.Compose(spec, tiles)));
        for (int i = 0; i < tiles.Length; i++)
        {
            Picture alone = PngFile.Read(Drawing.Png.PngEncoder.Encode(tiles[i].Chart!.Scene));
            int different = 0;
            for (int y = 0; y < alone.Height; y++)
            {
                for (int x = 0; x < alone.Width; x++)
                    different += IsNear(whole[x + places[i].Left, y + places[i].Top], alone[x, y]) ? 0 : 1;
            }

            Assert.Equal(0, different);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    public void Compose_RefusesTooFewOrTooManyCharts(int count) => Assert.Throws<ArgumentException>(
        () => SheetComposer.Compose(
            Spec("light", 4, 1), [.. Enumerable.Repeat(new SheetTile("x", null, "y"), count)]));

    [Fact]
    public void Compose_RefusesAChartOfAnotherSize()
    {
        SheetSpec spec = Spec("light", 1, 1);
        var other = new PixelRect(0, 0, 300, 200);
        Assert.Throws<ArgumentException>(() => SheetComposer.Compose(spec, [Chart(spec, other, 0)]));
    }

    [Theory]
    [InlineData(800, 632, 4, 2)]
    [InlineData(961, 777, 7, 3)]
    [InlineData(1000, 500, 1, 1)]
    [InlineData(1601, 903, 16, 5)]
    public void Places_FillTheSheet_WithALineBetween(int width, int height, int count, int columns)
    {
        IReadOnlyList<PixelRect> places = SheetLayout.Places(width, height, count, columns);
        Assert.Equal(count, places.Count);
        Assert.Equal(0, places[0].Left);
        Assert.Equal(SheetLayout.HeaderPx, places[0].Top);
        for (int i = 1; i < count; i++)
        {
            if (i % columns == 0) Assert.Equal(places[i - columns].Bottom + SheetLayout.LinePx, places[i].Top);
            else Assert.Equal(places[i - 1].Right + SheetLayout.LinePx, places[i].Left);
        }

        Assert.Equal(width, places[Math.Min(columns, count) - 1].Right);
        Assert.Equal(height, places[^1].Bottom);
        Assert.InRange(places.Max(place => place.Width) - places.Min(place => place.Width), 0, 1);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    [InlineData(9, 3)]
    [InlineData(16, 4)]
    public void DefaultColumns_SuitTheNumber(int count, int columns) =>
        Assert.Equal(columns, SheetLayout.DefaultColumns(count));

    [Fact]
    public void Texts_FromOutsideStayInTheirPlace()
    {
        SheetSpec spec = Spec("light", 1, 1) with { Title = new string('W', 100) };
        var tile = new SheetTile(new string('M', 300), null, new string('x', 5000) + " " + new string('y', 5000));
        Scene scene = SheetComposer.Compose(spec, [tile]);
        Assert.All(scene.Texts, text => Assert.InRange(text.Text.Length, 1, 200));
    }

    // A picture has 256 colours, which a sheet shares among its charts: edges of letters and lines may differ a little.
    private static bool IsNear((byte R, byte G, byte B) one, (byte R, byte G, byte B) other) =>
        Math.Abs(one.R - other.R) <= MostOff && Math.Abs(one.G - other.G) <= MostOff
        && Math.Abs(one.B - other.B) <= MostOff;

    private static SheetSpec Spec(string theme, int columns, int ratio) => new()
    {
        WidthPx = 900, HeightPx = 620, PixelRatio = ratio, Theme = theme, Columns = columns, Title = "Three markets, 1D",
    };

    private static SheetTile Chart(
        SheetSpec spec, PixelRect place, int index, ChartStyle style = ChartStyle.Candlestick)
    {
        ChartSpec chart = TestSpecs.Daily(
            TestSpecs.Study("Moving Average", ("length", 20)), TestSpecs.Study("MACD")) with
        {
            Symbol = $"NASDAQ:T{index}",
            WidthPx = place.Width,
            HeightPx = place.Height,
            PixelRatio = spec.PixelRatio,
            Theme = spec.Theme,
            Style = style,
            FirstVisible = WarmUp,
        };
        ComposedChart composed = ChartComposer.Compose(chart, TestSeries.Daily(WarmUp + 50, seed: (uint)(index + 3)));
        return new SheetTile($"NASDAQ:T{index} 1D", composed, null);
    }
}
