using System.Globalization;
using System.Text;

namespace Chartcast.App.Tests.Doubles;

/// <summary>A folder for one test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("chartcast-test-").FullName;

    public string Path { get; }

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes 120 daily bars of made-up but plain numbers.</summary>
    public void WriteBars(string name)
    {
        var text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
        var day = new DateOnly(2025, 6, 2);
        for (int i = 0; i < 120; i++)
        {
            double close = 100 + (10 * Math.Sin(i / 9.0)) + (i / 10.0);
            text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{close - 1:F2},{close + 2:F2},{close - 2:F2},{close:F2},{1000 + i}\n");
            day = day.AddDays(day.DayOfWeek == DayOfWeek.Friday ? 3 : 1);
        }

        File.WriteAllText(In(name), text.ToString());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
