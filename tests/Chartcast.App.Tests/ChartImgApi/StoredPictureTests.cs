using System.Text.RegularExpressions;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.ChartImgApi;

/// <summary>Stored pictures: their answers, and their links until they expire.</summary>
public sealed partial class StoredPictureTests
{
    private const string StoragePath = ApiAnswer.AdvancedPath + "/storage";

    [Fact]
    public async Task V2Storage_TellsUrlEtagAndExpire_AndServesThePicture()
    {
        await using TestApp app = await DemoAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(app, StoragePath, """{"symbol":"NASDAQ:AAPL","width":640,"height":480}""");
        Assert.Equal((200, "application/json"), (answer.Status, answer.Type));
        Assert.Equal(["url", "etag", "expire"], answer.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2026-02-14T15:00:00.000Z", answer.Json.GetProperty("expire").GetString());
        string etag = answer.Json.GetProperty("etag").GetString()!;
        Assert.Matches("^[0-9a-f]{32}$", etag);
        string url = answer.Json.GetProperty("url").GetString()!;
        Assert.Matches(Link(), url);

        ApiAnswer picture = await ApiAnswer.GetAsync(app, new Uri(url).AbsolutePath);
        picture.IsImage(640, 480);
        Assert.Equal($"\"{etag}\"", picture.Headers.ETag!.Tag);
        Assert.Equal(TimeSpan.FromDays(30), picture.Headers.CacheControl!.MaxAge);
        Assert.True(picture.Headers.CacheControl.Public);
        ApiAnswer again = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, """{"symbol":"NASDAQ:AAPL","width":640,"height":480}""");
        Assert.Equal(again.Bytes, picture.Bytes);
    }

    [Fact]
    public async Task Jpeg_IsStoredAsJpeg()
    {
        await using TestApp app = await DemoAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(app, StoragePath, """{"format":"jpeg"}""");
        string url = answer.Json.GetProperty("url").GetString()!;
        Assert.EndsWith(".jpeg", url, StringComparison.Ordinal);
        (await ApiAnswer.GetAsync(app, new Uri(url).AbsolutePath)).IsImage(800, 600, "image/jpeg");
    }

    [Fact]
    public async Task Link_IsServedUntilItExpires_AndIsNotFoundAfterwards()
    {
        await using TestApp app = await DemoAsync();
        string path = await StoreAsync(app);
        app.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMilliseconds(1));
        (await ApiAnswer.GetAsync(app, path)).IsImage(800, 600);
        app.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await ApiAnswer.GetAsync(app, path)).IsError(404, """{"message":"Not Found"}""");
    }

    [Fact]
    public async Task Link_SurvivesRetentionAndNeedsNoToken()
    {
        await using TestApp app = await TestApp.StartAsync(
            options => options with { Demo = true, Token = "0123456789abcdef-token" });
        using HttpClient client = app.ClientOf("0123456789abcdef-token");
        using HttpResponseMessage stored = await client.PostAsync(StoragePath, null, TestContext.Current.CancellationToken);
        string path = new Uri((await TestApp.JsonOf(stored)).GetProperty("url").GetString()!).AbsolutePath;
        await app.Engine.Store.ApplyRetentionAsync(
            new Generation.Stores.RetentionLimits(TimeSpan.Zero, 0), TestContext.Current.CancellationToken);
        (await ApiAnswer.GetAsync(app, path)).IsImage(800, 600);
    }

    [Fact]
    public async Task Expired_IsRemovedFromTheDisk_WhenSomethingIsStoredOnALaterDay()
    {
        await using TestApp app = await DemoAsync();
        string folder = Path.Combine(app.Engine.Options.StateDirectory, "stored");
        await StoreAsync(app);
        File.WriteAllText(Path.Combine(Directory.GetDirectories(folder)[0], "left.part"), "half");
        app.Time.Advance(TimeSpan.FromDays(1));
        await StoreAsync(app);
        Assert.Equal(["20260214", "20260215"], Days(folder));
        Assert.Empty(Directory.GetFiles(folder, "*.part", SearchOption.AllDirectories));
        app.Time.Advance(TimeSpan.FromDays(30));
        await StoreAsync(app);
        Assert.Equal(["20260215", "20260317"], Days(folder));
    }

    [Fact]
    public async Task Room_IsLimited_AndStoringFails_WhenItIsUsedUp()
    {
        await using TestApp app = await TestApp.StartAsync(options => options with
        {
            Demo = true,
            ChartImgApi = options.ChartImgApi with { StorageBytes = 30_000 },
        });
        string path = await StoreAsync(app);
        for (int i = 0; i < 5; i++) await ApiAnswer.PostAsync(app, StoragePath, "{}");
        (await ApiAnswer.PostAsync(app, StoragePath, "{}")).IsError(500, """{"message":"Something Went Wrong"}""");
        Assert.Contains("CHARTCAST_CHART_IMG_STORAGE_MB", app.Log.Text, StringComparison.Ordinal);
        (await ApiAnswer.GetAsync(app, path)).IsImage(800, 600);
        string folder = Path.Combine(app.Engine.Options.StateDirectory, "stored");
        Assert.True(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) <= 30_000);
    }

    [Fact]
    public async Task DiskThatCannotBeWritten_IsSomethingWentWrong_AndHeals()
    {
        await using TestApp app = await DemoAsync();
        string folder = Path.Combine(app.Engine.Options.StateDirectory, "stored");
        File.WriteAllText(folder, "in the way");
        (await ApiAnswer.PostAsync(app, StoragePath, "{}")).IsError(500, """{"message":"Something Went Wrong"}""");
        File.Delete(folder);
        (await ApiAnswer.GetAsync(app, await StoreAsync(app))).IsImage(800, 600);
    }

    [Theory]
    [InlineData("/stored/20260214/nothing.png")]
    [InlineData("/stored/20260214/..%2f..%2fchartcast.db")]
    [InlineData("/stored/..%2f/chartcast.db")]
    [InlineData("/stored/99999999/00000000-0000-0000-0000-000000000000-000000000.png")]
    [InlineData("/stored/20260214/00000000-0000-0000-0000-000000000000-150000000.png")]
    [InlineData("/stored/20260214/00000000-0000-0000-0000-000000000000-150000000.exe")]
    public async Task Guesses_AreNotFound(string path)
    {
        await using TestApp app = await DemoAsync();
        await StoreAsync(app);
        Assert.Equal(404, (await ApiAnswer.GetAsync(app, path)).Status);
    }

    [Fact]
    public async Task Link_WithAnotherTime_IsNotFound()
    {
        await using TestApp app = await DemoAsync();
        string path = await StoreAsync(app);
        Assert.Contains("-150000000.png", path, StringComparison.Ordinal);
        Assert.Equal(404, (await ApiAnswer.GetAsync(app, path.Replace("-150000000", "-235959999", StringComparison.Ordinal))).Status);
        Assert.Equal(404, (await ApiAnswer.GetAsync(app, path.Replace("20260214", "20990214", StringComparison.Ordinal))).Status);
    }

    private static Task<TestApp> DemoAsync() => TestApp.StartAsync(options => options with { Demo = true });

    private static async Task<string> StoreAsync(TestApp app)
    {
        ApiAnswer answer = await ApiAnswer.PostAsync(app, StoragePath, "{}");
        Assert.True(answer.Status == 200, answer.Text);
        return new Uri(answer.Json.GetProperty("url").GetString()!).AbsolutePath;
    }

    private static IEnumerable<string> Days(string folder) =>
        Directory.GetDirectories(folder).Select(day => Path.GetFileName(day)!).Order();

    [GeneratedRegex(@"^http://localhost:3001/stored/20260214/[0-9a-f-]{36}-150000000\.png$")]
    private static partial Regex Link();
}
