using System.Globalization;
using System.Text;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.ChartImgApi;

/// <summary><c>session</c>: the regular trading day, or all of it.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task Session_DecidesWhichBarsAreShown()
    {
        await using TestApp app = await TestApp.StartAsync(options =>
        {
            WriteHours(options.DataDirectory!);
            return options;
        });
        int regular = await BarsAsync(app, "regular");
        int extended = await BarsAsync(app, "extended");
        Assert.True(regular < extended, $"{regular} and {extended}");
        ApiAnswer unsaid = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, """{"symbol":"NYSE:TEST","interval":"1h"}""");
        Assert.Equal(regular, (await AdvancedChartTests.RecordAsync(app, unsaid)).Report!.Bars!.Count);
    }

    private static async Task<int> BarsAsync(TestApp app, string session)
    {
        ApiAnswer answer = await ApiAnswer.PostAsync(
            app, ApiAnswer.AdvancedPath, $$"""{"symbol":"NYSE:TEST","interval":"1h","session":"{{session}}"}""");
        answer.IsImage(800, 600);
        return (await AdvancedChartTests.RecordAsync(app, answer)).Report!.Bars!.Count;
    }

    /// <summary>Three days of hourly bars from 4 to 20 o'clock, of which 10 to 16 are the session.</summary>
    private static void WriteHours(string folder)
    {
        var text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
        for (int day = 12; day <= 14; day++)
        {
            for (int hour = 4; hour < 20; hour++)
                text.Append(CultureInfo.InvariantCulture, $"2026-01-{day:D2} {hour:D2}:00,10,12,9,{10 + (hour % 3)},100\n");
        }

        File.WriteAllText(Path.Combine(folder, "hours.csv"), text.ToString());
        File.WriteAllText(Path.Combine(folder, "symbols.json"), """
            {"NYSE:TEST":{"file":"hours","timezone":"America/New_York","session":"1000-1600","type":"stock"}}
            """);
    }
}
