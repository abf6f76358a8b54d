using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Tests.Catalog;

public sealed class IndicatorCatalogTests
{
    public static TheoryData<string> Names() => [.. IndicatorCatalog.All.Select(listing => listing.Name)];

    [Fact]
    public void TryFind_MindsCaseOfNamesOnly()
    {
        Assert.True(IndicatorCatalog.TryFind("Relative Strength Index", out _));
        Assert.False(IndicatorCatalog.TryFind("relative strength index", out _));
        Assert.True(IndicatorCatalog.TryFind("RSI", out IndicatorListing? listing));
        Assert.Equal("Relative Strength Index", listing.Name);
        Assert.False(IndicatorCatalog.TryFind(null, out _));
    }

    [Theory]
    [InlineData("macdd", "macd")]
    [InlineData("rsii", "rsi")]
    [InlineData("rsj", "rsi")]
    [InlineData("Movin Average", "Moving Average")]
    [InlineData("bolinger", "bollinger")]
    [InlineData("relative strength", "Relative Strength Index")]
    [InlineData("exponential", "exponential_moving_average")]
    [InlineData("mcad", "macd")]
    public void Nearest_FindsWhatWasMeant(string text, string expected) =>
        Assert.Equal(expected, IndicatorCatalog.Nearest(text, 3)[0], ignoreCase: true);

    [Fact]
    public void Nearest_OffersAll_WhenNothingIsNear() =>
        Assert.Equal(IndicatorCatalog.All.Count, IndicatorCatalog.Nearest("zzzzzzzzzzzzzzzz", 1000).Count);

    [Fact]
    public void NamesAndAliases_MeanOneIndicatorEach() => Assert.Distinct(
        IndicatorCatalog.All.SelectMany(listing => listing.Aliases.Append(listing.Name)).ToArray(),
        StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void Listing_IsCoherent(string name)
    {
        Assert.True(IndicatorCatalog.TryFind(name, out IndicatorListing? listing));
        Assert.All(listing.Parameters, parameter =>
        {
            Assert.InRange(parameter.Default, parameter.Minimum, parameter.Maximum);
            Assert.All(parameter.FriendlyKeys, key => Assert.Equal(key.ToLowerInvariant(), key));
            Assert.DoesNotContain(parameter.Key, parameter.FriendlyKeys);
        });
        string[] keys = [.. listing.Parameters.SelectMany(parameter => parameter.FriendlyKeys.Append(parameter.Key))];
        Assert.Distinct(keys);
        Assert.All(listing.LegendInputs, key => Assert.Contains(listing.Parameters, parameter => parameter.Key == key));
        string[] lines = [.. listing.Outputs.Select(o => o.Key), .. listing.Levels.Select(level => level.Key)];
        Assert.All(listing.Bands, band => Assert.True(lines.Contains(band.Upper) && lines.Contains(band.Lower)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Compute_GivesOneValuePerBar_WhateverTheLength(string name)
    {
        Assert.True(IndicatorCatalog.TryFind(name, out IndicatorListing? listing));
        double[] inputs = [.. listing.Parameters.Select(parameter => parameter.Default)];
        foreach (int count in new[] { 0, 1, 2, 5, 40 })
        {
            IReadOnlyList<IndicatorPlot> plots = listing.Compute(Walk(count), inputs);
            Assert.Equal(listing.Outputs.Count, plots.Count);
            Assert.All(plots, plot => Assert.Equal(count, plot.Values.Length));
            Assert.All(plots, plot => Assert.DoesNotContain(plot.Values, double.IsInfinity));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Compute_NeverLooksAhead(string name)
    {
        Assert.True(IndicatorCatalog.TryFind(name, out IndicatorListing? listing));
        // Past values may change with later bars where there is no stream.
        if (listing.Stream is null) return;
        double[] inputs = [.. listing.Parameters.Select(parameter => parameter.Default)];
        BarSeries whole = Walk(120);
        IReadOnlyList<IndicatorPlot> all = listing.Compute(whole, inputs);
        IReadOnlyList<IndicatorPlot> part = listing.Compute(whole.Slice(0, 70), inputs);
        for (int i = 0; i < all.Count; i++) Assert.Equal(all[i].Values[..70], part[i].Values);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Stream_EqualsBatch_BarByBar(string name)
    {
        Assert.True(IndicatorCatalog.TryFind(name, out IndicatorListing? listing));
        if (listing.Stream is null) return;
        double[] inputs = [.. listing.Parameters.Select(parameter => parameter.Default)];
        BarSeries bars = Walk(400);
        IReadOnlyList<IndicatorPlot> batch = listing.Compute(bars, inputs);
        IndicatorStream stream = listing.Stream(new IndicatorContext(inputs, bars.Interval, bars.ExchangeZone));
        var values = new double[listing.Outputs.Count];
        var colors = new byte[listing.Outputs.Count];
        for (int i = 0; i < bars.Count; i++)
        {
            // Whoever forgets an output shows here.
            Array.Fill(values, 12_345.678);
            Array.Clear(colors);
            stream.Next(bars[i], values, colors);
            for (int plot = 0; plot < values.Length; plot++)
            {
                Assert.Equal(batch[plot].Values[i], values[plot]);
                Assert.Equal(batch[plot].ColorIndexes?[i] ?? 0, colors[plot]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void WarmUpBars_MakeValuesIndependentOfTheBeginning(string name)
    {
        Assert.True(IndicatorCatalog.TryFind(name, out IndicatorListing? listing));
        double[] inputs = [.. listing.Parameters.Select(parameter => parameter.Default)];
        if (listing.RemembersStart) return;
        BarSeries whole = Walk(3000);
        int warmUp = listing.WarmUpBars(inputs) + listing.PeriodBars(inputs, whole.Interval);
        int start = 3000 - warmUp - 10;
        IReadOnlyList<IndicatorPlot> all = listing.Compute(whole, inputs);
        IReadOnlyList<IndicatorPlot> late = listing.Compute(whole.Last(warmUp + 10), inputs);
        for (int plot = 0; plot < all.Count; plot++)
        {
            double size = all[plot].Values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max();
            for (int i = 0; i < 10; i++)
            {
                Assert.Equal(
                    all[plot].Values[start + warmUp + i], late[plot].Values[warmUp + i], 1e-6 * Math.Max(1, size));
            }
        }
    }

    /// <summary>Four times the price: every plot stays as it is, or grows 4 times (prices) or 16 times (their
    /// squares), as a whole.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Compute_GoesAlongWithScaling(string name)
    {
        Assert.True(IndicatorCatalog.TryFind(name, out IndicatorListing? listing));
        double[] inputs = [.. listing.Parameters.Select(parameter => parameter.Default)];
        IReadOnlyList<IndicatorPlot> plain = listing.Compute(Walk(120), inputs);
        IReadOnlyList<IndicatorPlot> scaled = listing.Compute(Walk(120, 4), inputs);
        for (int i = 0; i < plain.Count; i++)
        {
            string key = listing.Outputs[i].Key;
            Assert.True(
                new[] { 1.0, 4, 16 }.Any(factor => plain[i].Values.Zip(scaled[i].Values).All(pair =>
                    (double.IsNaN(pair.First) && double.IsNaN(pair.Second))
                    || Math.Abs(pair.First * factor - pair.Second) <= 1e-9 * Math.Max(1, Math.Abs(pair.Second)))),
                $"{key} neither keeps its values nor grows with prices");
            Assert.Equal(plain[i].ColorIndexes, scaled[i].ColorIndexes);
        }
    }

    private static BarSeries Walk(int count, double scale = 1)
    {
        var random = new Random(7);
        var bars = new Bar[count];
        double price = 100;
        for (int i = 0; i < count; i++)
        {
            double open = price, close = price + random.NextDouble() * 2 - 1;
            double high = Math.Max(open, close), low = Math.Min(open, close);
            bars[i] = new Bar(i * 60_000L, open * scale, high * scale, low * scale, close * scale, i);
            price = close;
        }

        return new BarSeries(BarInterval.Parse("1m"), bars);
    }
}
