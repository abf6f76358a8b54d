using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Requests.AdvancedCharts;

/// <summary>A body for every study and every drawing as Chart-IMG documents them, all keys given.</summary>
public sealed class DocumentedBodyTests
{
    private const int StudyCount = 92;
    private const int DrawingCount = 15;

    public static TheoryData<string> Studies => [.. DocumentedBodies.StudyNames];

    public static TheoryData<string> Drawings => [.. DocumentedBodies.DrawingNames];

    [Fact]
    public void Documentation_HasAll() =>
        Assert.Equal(
            (StudyCount, DrawingCount), (DocumentedBodies.StudyNames.Count, DocumentedBodies.DrawingNames.Count));

    [Theory]
    [MemberData(nameof(Studies))]
    public async Task Study_DrawsThePictureOfTheSameIndicator(string name)
    {
        // Where table and sample of the documentation disagree, either is taken.
        foreach (bool isSample in new[] { false, true })
        {
            string study = DocumentedBodies.Study(name, isSample);
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
        string drawing = DocumentedBodies.Drawing(name);
        Assert.Empty(BodyBench.OfBody($$"""{"symbol":"DEMO:BTC","drawings":[{{drawing}}]}""").Warnings);
        ChartProduct plain = await BodyBench.DrawAsync(BodyBench.OfBody("""{"symbol":"DEMO:BTC"}"""));
        ChartProduct drawn = await BodyBench.SamePictureAsync(
            $$"""{"symbol":"DEMO:BTC","drawings":[{{drawing}}]}""",
            $$"""{"symbol":"DEMO:BTC","drawings":[{{drawing}}]}""");
        Assert.NotEqual(plain.Image.Sha256, drawn.Image.Sha256);
    }
}
