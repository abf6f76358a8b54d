using System.Diagnostics;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Tests.Catalog;

/// <summary>Every indicator on bars and inputs that nobody means well with: no exception, no infinity, bounded time and
/// memory.</summary>
public sealed class EdgeCaseTests
{
    private const int Count = 300;
    private const long MemoryLimit = 64 << 20;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<string, Func<BarSeries>> Series = new()
    {
        ["none"] = () => Make(0, Walk),
        ["one"] = () => Make(1, Walk),
        ["two"] = () => Make(2, Walk),
        ["five"] = () => Make(5, Walk),
        ["thirty"] = () => Make(30, Walk),
        ["flat"] = () => Make(Count, (_, _) => (50, 50, 50, 50, 100)),
        ["flat without volume"] = () => Make(Count, (_, _) => (50, 50, 50, 50, double.NaN)),
        ["all zero"] = () => Make(Count, (_, _) => (0, 0, 0, 0, 0)),
        ["zero volume"] = () => Make(Count, (random, i) => Walk(random, i) with { Volume = 0 }),
        ["no volume"] = () => Make(Count, (random, i) => Walk(random, i) with { Volume = double.NaN }),
        ["holes in volume"] = () => Make(
            Count, (random, i) => i % 7 is 3 or 4 ? Walk(random, i) with { Volume = double.NaN } : Walk(random, i)),
        ["volume starts late"] = () => Make(
            Count, (random, i) => i < 100 ? Walk(random, i) with { Volume = double.NaN } : Walk(random, i)),
        ["holes in prices"] = () => Make(
            Count, (random, i) => i % 50 == 20 ? (double.NaN, double.NaN, double.NaN, double.NaN, 1) : Walk(random, i)),
        ["no range"] = () => Make(Count, (_, i) => (i, i, i, i, 1)),
        ["through zero"] = () => Make(Count, (_, i) => (i - 150, i - 149, i - 151, i - 150, 1)),
        ["below zero"] = () => Make(Count, (random, i) => Scaled(Walk(random, i), -1)),
        ["huge"] = () => Make(Count, (random, i) => Scaled(Walk(random, i), 1e298)),
        ["tiny"] = () => Make(Count, (random, i) => Scaled(Walk(random, i), 1e-302)),
        ["huge volume"] = () => Make(Count, (random, i) => Walk(random, i) with { Volume = 1e300 * i }),
        ["huge jumps"] = () => Make(
            Count, (random, i) => Scaled(Walk(random, i), i % 10 == 5 ? 1e300 : i % 10 == 6 ? 1e-300 : 1)),
        ["one jump"] = () => Make(Count, (random, i) => Scaled(Walk(random, i), i == 40 ? 1e12 : 1)),
    };

    public static TheoryData<string> Names() => [.. IndicatorCatalog.All.Select(listing => listing.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Compute_EndsWell_OnAnyBars(string name)
    {
        IndicatorListing listing = IndicatorCatalog.All.Single(one => one.Name == name);
        double[] inputs = [.. listing.Parameters.Select(parameter => parameter.Default)];
        Assert.All(Series, one => Check(listing, one.Value(), inputs));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Compute_EndsWell_AtBothEndsOfEveryInput(string name)
    {
        IndicatorListing listing = IndicatorCatalog.All.Single(one => one.Name == name);
        Assert.All(Extremes(listing), inputs =>
        {
            Check(listing, Series["thirty"](), inputs);
            Check(listing, Make(Count, Walk), inputs);
            Check(listing, Series["flat"](), inputs);
            int warmUp = listing.WarmUpBars(inputs);
            Assert.True(warmUp >= 0, $"{name} wants {warmUp} bars before the first");
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Compute_Recovers_AfterBarsWithoutVolume(string name)
    {
        IndicatorListing listing = IndicatorCatalog.All.Single(one => one.Name == name);
        double[] inputs = [.. listing.Parameters.Select(parameter => parameter.Default)];
        IReadOnlyList<IndicatorPlot> whole = listing.Compute(Make(Count, Walk), inputs);
        IReadOnlyList<IndicatorPlot> holed = listing.Compute(
            Make(Count, (random, i) => i is > 60 and < 64 ? Walk(random, i) with { Volume = double.NaN } : Walk(random, i)),
            inputs);
        for (int plot = 0; plot < whole.Count; plot++)
        {
            int expected = whole[plot].Values.Skip(200).Count(double.IsFinite);
            int found = holed[plot].Values.Skip(200).Count(double.IsFinite);
            Assert.True(found >= expected / 2, $"{listing.Outputs[plot].Key} has {found} values left of {expected}");
        }
    }

    private static void Check(IndicatorListing listing, BarSeries bars, double[] inputs)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        IReadOnlyList<IndicatorPlot> plots = listing.Compute(bars, inputs);
        Assert.True(watch.Elapsed < TimeLimit, $"{listing.Name} took {watch.Elapsed}");
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(taken < MemoryLimit, $"{listing.Name} took {taken} bytes");
        Assert.Equal(listing.Outputs.Count, plots.Count);
        for (int plot = 0; plot < plots.Count; plot++)
        {
            Assert.Equal(bars.Count, plots[plot].Values.Length);
            int at = Array.FindIndex(plots[plot].Values, double.IsInfinity);
            Assert.True(at < 0, $"{listing.Outputs[plot].Key} is infinite at bar {at}");
        }
    }

    /// <summary>Every input alone at each end, then all of them.</summary>
    private static IEnumerable<double[]> Extremes(IndicatorListing listing)
    {
        IReadOnlyList<IndicatorParameter> parameters = listing.Parameters;
        double[] defaults = [.. parameters.Select(parameter => parameter.Default)];
        for (int i = 0; i < parameters.Count; i++)
        {
            yield return [.. defaults.Select((value, k) => k == i ? parameters[i].Minimum : value)];
            yield return [.. defaults.Select((value, k) => k == i ? parameters[i].Maximum : value)];
        }

        yield return [.. parameters.Select(parameter => parameter.Minimum)];
        yield return [.. parameters.Select(parameter => parameter.Maximum)];
    }

    private static BarSeries Make(int count, Func<Random, int, Quote> next)
    {
        var random = new Random(5);
        var bars = new Bar[count];
        for (int i = 0; i < count; i++)
        {
            Quote quote = next(random, i);
            bars[i] = new Bar(i * 3_600_000L, quote.Open, quote.High, quote.Low, quote.Close, quote.Volume);
        }

        return new BarSeries(BarInterval.Parse("1h"), bars);
    }

    private static Quote Walk(Random random, int i)
    {
        double open = 100 + 20 * Math.Sin(i / 9.0) + random.NextDouble(), close = open + random.NextDouble() * 4 - 2;
        return (
            open, Math.Max(open, close) + random.NextDouble(), Math.Min(open, close) - random.NextDouble(), close,
            random.Next(0, 1000));
    }

    private static Quote Scaled(Quote quote, double scale)
    {
        double high = quote.High * scale, low = quote.Low * scale;
        return (quote.Open * scale, Math.Max(high, low), Math.Min(high, low), quote.Close * scale, quote.Volume);
    }

    private readonly record struct Quote(double Open, double High, double Low, double Close, double Volume)
    {
        public static implicit operator Quote((double Open, double High, double Low, double Close, double Volume) one) =>
            new(one.Open, one.High, one.Low, one.Close, one.Volume);
    }
}
