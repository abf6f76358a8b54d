using System.Globalization;
using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Tests.Oracle;

/// <summary>A worked sheet: a line of source, a line of names, and one row per bar.</summary>
internal sealed class Sheet
{
    private readonly Dictionary<string, double[]> _columns;

    private Sheet(Dictionary<string, double[]> columns) => _columns = columns;

    public double[] this[string column] => _columns[column];

    public static Sheet Read(string path)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, path));
        Assert.StartsWith("#", lines[0]);
        string[] names = lines[1].Split(',');
        string[][] rows = [.. lines.Skip(2).Select(line => line.Split(','))];
        return new Sheet(names.Select((name, i) => (name, i)).ToDictionary(
            pair => pair.name,
            pair => rows.Select(row => row[pair.i].Length == 0
                ? double.NaN
                : double.Parse(row[pair.i], CultureInfo.InvariantCulture)).ToArray()));
    }

    public static BarSeries ReadBars()
    {
        Sheet sheet = Read("Oracle/Bars.csv");
        Bar[] bars =
        [
            .. sheet["time"].Select((time, i) => new Bar(
                (long)time * 1000, sheet["open"][i], sheet["high"][i], sheet["low"][i], sheet["close"][i],
                sheet["volume"][i])),
        ];
        return new BarSeries(BarInterval.Day, bars);
    }

    /// <summary>Same first value and, value by value, a relative difference of at most 1e-9.</summary>
    public static void AssertSame(double[] expected, double[] actual, int from = 0, double scale = 1e-9)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = from; i < expected.Length; i++)
        {
            if (double.IsNaN(expected[i]))
            {
                Assert.True(double.IsNaN(actual[i]), $"row {i}: nothing expected, but {actual[i]}");
                continue;
            }

            double difference = Math.Abs(expected[i] - actual[i]);
            Assert.True(
                difference <= scale * Math.Max(1, Math.Abs(expected[i])),
                $"row {i}: {expected[i]} expected, {actual[i]} found");
        }
    }
}
