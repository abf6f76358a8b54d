using BenchmarkDotNet.Attributes;
using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Drawing.Png;
using Chartcast.Drawing.Scenes;
using Chartcast.Drawing.Svg;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Benchmarks;

/// <summary>One 800 × 600 chart of 300 bars with volume, SMA 20, SMA 50 and RSI 14, from bars to the bytes of a
/// file.</summary>
[MemoryDiagnoser]
public class ChartBenchmark
{
    internal const int Shown = 300;

    private BarSeries _bars = null!;
    private ChartSpec _spec = null!;
    private Scene _scene = null!;

    /// <summary>Width in pixels.</summary>
    public int WidthPx { get; init; } = 800;

    /// <summary>Height in pixels.</summary>
    public int HeightPx { get; init; } = 600;

    /// <summary>How many bars are shown; above <see cref="Shown"/> they are minutes instead of days.</summary>
    public int BarCount { get; init; } = Shown;

    internal BarSeries Bars => _bars;

    /// <summary>Makes bars and specification.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        StudySpec[] studies =
        [
            Study("Moving Average", 20),
            Study("Moving Average", 50),
            Study("Relative Strength Index", 14),
        ];
        int warmUp = ChartComposer.WarmUpBars(studies), count = warmUp + BarCount;
        _bars = BarCount > Shown ? BenchmarkSeries.Minutes(count) : BenchmarkSeries.Daily(count);
        _spec = new ChartSpec
        {
            Symbol = "NASDAQ:BENCH", Interval = _bars.Interval, FirstVisible = warmUp, Studies = studies,
            WidthPx = WidthPx, HeightPx = HeightPx,
        };
        _scene = ChartComposer.Compose(_spec, _bars).Scene;
    }

    /// <summary>Bars to PNG: the whole way.</summary>
    [Benchmark(Baseline = true)]
    public byte[] BarsToPng()
    {
        using ComposedChart chart = ChartComposer.Compose(_spec, _bars);
        return PngEncoder.Encode(chart.Scene);
    }

    /// <summary>Bars to scene: indicators, layout, geometry.</summary>
    [Benchmark]
    public void BarsToScene() => ChartComposer.Compose(_spec, _bars).Dispose();

    /// <summary>Scene to PNG: painting and packing.</summary>
    [Benchmark]
    public byte[] SceneToPng() => PngEncoder.Encode(_scene);

    /// <summary>Scene to SVG.</summary>
    [Benchmark]
    public byte[] SceneToSvg() => SvgWriter.Write(_scene, "NASDAQ:BENCH 1D", "Benchmark");

    private static StudySpec Study(string name, double length)
    {
        if (!IndicatorCatalog.TryFind(name, out IndicatorListing? listing))
            throw new InvalidOperationException($"The catalogue has no {name}.");
        IndicatorInput[] inputs = [.. listing.Parameters.Select(parameter =>
            new IndicatorInput(parameter.Key, parameter.Key == "length" ? length : parameter.Default))];
        return new StudySpec(listing, inputs, new Dictionary<string, StudyStyleValue>(), false);
    }
}
