using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Csv;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.Local;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;

namespace Chartcast.Benchmarks;

/// <summary>The same chart as <see cref="ChartBenchmark"/> as a request of a CSV file of many years: finding the file,
/// slicing, drawing, hashing, report.</summary>
[MemoryDiagnoser]
public class ProviderBenchmark
{
    private const int DaysInFile = 3_380;

    private string _folder = "";
    private LocalChartProvider _provider = null!;
    private ChartRequest _request = null!;

    /// <summary>Writes the file.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _folder = Directory.CreateTempSubdirectory("chartcast-benchmark-").FullName;
        BarSeries bars = BenchmarkSeries.Daily(DaysInFile);
        using (StreamWriter file = File.CreateText(Path.Combine(_folder, "bench.csv")))
        {
            file.WriteLine("Date,Open,High,Low,Close,Volume");
            for (int i = 0; i < bars.Count; i++) file.WriteLine(Line(bars[i]));
        }

        _provider = new LocalChartProvider(
            new FeedChoice([new CsvFolderFeed(_folder, TimeProvider.System)]), TimeProvider.System);
        using var arguments = JsonDocument.Parse(
            """
            {"symbol":"FILE:bench","interval":"1D","width":800,"height":600,"bars":300,
             "indicators":["sma:20","sma:50","rsi:14"]}
            """);
        _request = ChartRequestReader.Read(arguments.RootElement);
    }

    /// <summary>Removes the file.</summary>
    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(_folder, recursive: true);

    /// <summary>Request to picture and report.</summary>
    [Benchmark]
    public async Task<ChartProduct> RequestToProduct() =>
        await _provider.DrawAsync(_request, NoProgress.Instance, CancellationToken.None);

    private static string Line(Bar bar) => string.Create(
        CultureInfo.InvariantCulture,
        $"{DateTimeOffset.FromUnixTimeMilliseconds(bar.OpenTimeMs):yyyy-MM-dd},{bar.Open},{bar.High},{bar.Low},"
        + $"{bar.Close},{bar.Volume}");

    private sealed class NoProgress : IProgress<ChartStep>
    {
        public static readonly NoProgress Instance = new();

        public void Report(ChartStep value)
        {
        }
    }
}
