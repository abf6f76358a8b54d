using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Tests.Oracle;

/// <summary>Every indicator against independent computations: the definitions written out in <c>tests/oracles</c>, and
/// npm packages of others.</summary>
/// <remarks>A comparison that fails means: ours is wrong, or the oracle's definition is, or both are right and differ on
/// purpose, which is a row in <c>Differences.csv</c> with its reason.</remarks>
public sealed class OracleTests
{
    private const string Definitions = "definitions";

    public static TheoryData<string> Names() => [.. IndicatorCatalog.All.Select(listing => listing.Name)];

    public static TheoryData<string> Series() => [.. OracleSeries.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Compute_AgreesWithEveryOracle(string name)
    {
        Assert.SkipWhen(OracleRun.WhyNot is { Length: > 0 }, OracleRun.WhyNot!);
        var failures = new List<string>();
        var seen = new HashSet<OracleDifference>();
        var asked = new HashSet<OracleDifference>();
        foreach (string series in OracleSeries.Names)
        {
            if (await OracleRun.ForAsync(series) is not { } run) continue;
            foreach (OracleAnswer answer in run.Of(Computed.Listing(name)))
            {
                OracleComparison found = OracleComparison.Of(answer.Values, Ours(run, answer));
                OracleDifference? row = OracleDifference.Find(answer, series);
                if (row is not null) asked.Add(row);
                if (row is not null && found.First >= 0) seen.Add(row);
                if (found.First >= 0 && (row is null || (row.From is { } from && found.DiffersFrom(from))))
                    failures.Add($"{series}: {answer.Oracle}'s {answer.Request} {answer.Plot}, {found.Text}, last bar {found.Last}");
            }
        }

        failures.AddRange(asked.Except(seen).Select(row => $"No difference any more: {row}"));
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryPlot_HasADefinitionToCompareWith(string name)
    {
        Assert.SkipWhen(OracleRun.WhyNot is { Length: > 0 }, OracleRun.WhyNot!);
        OracleRun? run = await OracleRun.ForAsync(OracleSeries.Frozen);
        IndicatorListing listing = Computed.Listing(name);
        string[] defined = [.. run!.Of(listing).Where(one => one.Oracle == Definitions).Select(one => one.Plot)];
        Assert.Empty(listing.Outputs.Select(output => output.Key).Except(defined));
    }

    [Theory]
    [MemberData(nameof(Series))]
    public async Task Series_IsThere(string name)
    {
        Assert.SkipWhen(OracleRun.WhyNot is { Length: > 0 }, OracleRun.WhyNot!);
        OracleRun? run = await OracleRun.ForAsync(name);
        Assert.SkipWhen(run is null, "shared/data is not beside the repository (or in CHARTCAST_SHARED_DATA)");
        Assert.SkipWhen(run.Oracles.Count == 1, "the npm packages of tests/oracles are not installed");
        Assert.True(run.Bars.Count > 80);
    }

    /// <summary>Our plot of that key; for a key that ends in <c>.color</c>, which of its colours each value
    /// takes.</summary>
    private static double[] Ours(OracleRun run, OracleAnswer answer)
    {
        const string Color = ".color";
        IndicatorListing listing = answer.Request.Listing;
        bool isColor = answer.Plot.EndsWith(Color, StringComparison.Ordinal);
        string key = isColor ? answer.Plot[..^Color.Length] : answer.Plot;
        int plot = listing.Outputs.ToList().FindIndex(output => output.Key == key);
        Assert.True(plot >= 0, $"{listing.Name} has no plot {key}, which {answer.Oracle} computes");
        IndicatorPlot ours = listing.ComputePaired is { } computePaired
            ? computePaired(run.Bars, OracleSeries.Other(run.Bars), answer.Request.Inputs)[plot]
            : listing.Compute(run.Bars, answer.Request.Inputs)[plot];
        return isColor ? [.. ours.ColorIndexes!.Select(index => (double)index)] : ours.Values;
    }
}
