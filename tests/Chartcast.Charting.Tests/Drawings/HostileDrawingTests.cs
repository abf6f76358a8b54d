using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Png;
using Chartcast.Drawing.Svg;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Drawings;

/// <summary>Drawings nobody means well with.</summary>
public sealed class HostileDrawingTests
{
    private static readonly double[] WildPrices = [1e300, -1e300, 1e-300, 0, -1, 100];

    private static readonly string[] WildTimes =
        ["0001-01-01", "9999-12-31T23:59:59Z", "1970-01-01", "2024-01-06", "2024-01-20"];

    [Theory]
    [InlineData(100, 100, 1)]
    [InlineData(640, 400, 2)]
    [InlineData(160, 4096, 1)]
    public void WildPointsAndStyles_AreDrawn(int width, int height, int ratio)
    {
        var random = new Random(width);
        for (int round = 0; round < 40; round++)
        {
            DrawingSpec[] drawings =
                [.. DrawingCatalog.All.Select(listing => Wild(listing, random)).OfType<DrawingSpec>()];
            ChartSpec spec = TestSpecs.Daily() with
            {
                WidthPx = width,
                HeightPx = height,
                PixelRatio = ratio,
                Drawings = drawings,
                Scale = ScaleOptions.Default with { Mode = (ScaleMode)(round % 4), IsInverted = round % 3 == 0 },
            };
            ComposedChart chart = ChartComposer.Compose(spec, TestSeries.Daily(1 + random.Next(60)));
            Assert.NotEmpty(PngEncoder.Encode(chart.Scene));
            Assert.NotEmpty(SvgWriter.Write(chart.Scene, "a", "b"));
        }
    }

    [Fact]
    public void AThousandDrawings_AreDrawn()
    {
        DrawingSpec line = Assert.Single(TestDrawings.Read("""{"type":"hline","price":150,"text":"a"}"""));
        ChartSpec spec = TestSpecs.Daily() with
        {
            Drawings = [.. Enumerable.Repeat(line, DrawingCatalog.MaximumCount)],
        };

        Assert.NotEmpty(PngEncoder.Encode(ChartComposer.Compose(spec, TestSeries.Daily(60)).Scene));
    }

    [Fact]
    public void TenThousandDrawings_AreRefused_SayingHowManyMayBe()
    {
        DrawingSpec line = Assert.Single(TestDrawings.Read("""{"type":"hline","price":150}"""));
        ChartSpec spec = TestSpecs.Daily() with { Drawings = [.. Enumerable.Repeat(line, 10_000)] };

        string fault = Assert.Single(ChartSpecValidator.Faults(spec, TestSeries.Daily(60)));
        Assert.Equal("Drawings are at most 1000, not 10000.", fault);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e301)]
    public void PricesThatAreNoNumbers_AreRefused(double price)
    {
        DrawingSpec line = Assert.Single(TestDrawings.Read("""{"type":"hline","price":150}"""));
        var inputs = new Dictionary<string, DrawingValue> { ["price"] = new(Number: price) };
        ChartSpec spec = TestSpecs.Daily() with { Drawings = [line with { Inputs = inputs }] };

        Assert.Contains(
            "Drawings[0] has an input price that must be a number",
            Assert.Throws<ArgumentException>(() => ChartComposer.Compose(spec, TestSeries.Daily(60))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void BarsWithoutPrices_CarryMarkers()
    {
        var bars = new BarSeries(
            BarInterval.Day,
            [new Bar(0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN), new Bar(86_400_000, 1, 2, 0, 1, 5)]);
        ChartSpec spec = TestSpecs.Daily() with
        {
            Drawings = TestDrawings.Read(
                """{"type":"marker","time":"1970-01-01","side":"buy","text":"a"}""",
                """{"type":"note","time":"1970-01-01","text":"b"}""",
                """{"type":"long","start":"1970-01-01","entry":1,"target":2,"stop":0,"showStats":true}"""),
        };

        Assert.NotEmpty(PngEncoder.Encode(ChartComposer.Compose(spec, bars).Scene));
    }

    /// <summary>Any values that the keys take; null when they do not fit one another.</summary>
    private static DrawingSpec? Wild(DrawingListing listing, Random random)
    {
        Dictionary<string, DrawingValue> inputs = Values(listing.Inputs.Where(key => key.IsRequired || random.Next(2) == 0));
        Dictionary<string, DrawingValue> overrides = Values(listing.Overrides.Where(_ => random.Next(2) == 0));
        var spec = new DrawingSpec(listing, inputs, overrides, (DrawingOrder)random.Next(2));
        return listing.Lacks(inputs) is null ? spec : null;

        Dictionary<string, DrawingValue> Values(IEnumerable<DrawingKey> keys) =>
            keys.ToDictionary(key => key.Name, key => Value(key, random));
    }

    private static DrawingValue Value(DrawingKey key, Random random) => key.Kind switch
    {
        DrawingKeyKind.Time => new(Time: TimeOf(WildTimes[random.Next(WildTimes.Length)])),
        DrawingKeyKind.Text => new(Text: new string('W', 1 + random.Next(200)) + "\n \u05d0 i"),
        DrawingKeyKind.Switch => new(Switch: random.Next(2) == 0),
        DrawingKeyKind.Color => new(Color: new((byte)random.Next(256), 90, 90, (byte)random.Next(256))),
        DrawingKeyKind.Choice => new(Text: key.Choices[random.Next(key.Choices.Count)]),
        DrawingKeyKind.Whole => new(Number: random.Next((int)key.Minimum, (int)key.Maximum + 1)),
        _ => new(Number: Math.Clamp(WildPrices[random.Next(WildPrices.Length)], key.Minimum, key.Maximum)),
    };

    private static DrawingTime TimeOf(string text) => DrawingTime.TryParse(text, out DrawingTime time) ? time : default;
}
