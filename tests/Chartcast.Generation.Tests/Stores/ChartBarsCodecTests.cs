using Chartcast.Charting.Specs;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;
using Chartcast.Indicators.Bars;
using Chartcast.Generation.Tests.Requests;

namespace Chartcast.Generation.Tests.Stores;

public sealed class ChartBarsCodecTests
{
    private static readonly SourceReport Source = new("FILE", "csv", null, RequestSamples.Noon, "unknown", false);

    public static TheoryData<string, double[]> Columns => new()
    {
        { "cents", [1.01, 2.5, 100.33, 99.99] },
        { "whole", [1, 2, 3, 9_007_199_254_740_991] },
        { "small", [1e-8, 2.5e-7, 0.00000123] },
        { "raw", [Math.PI, Math.E, 1.0 / 3] },
        { "huge", [1e300, 1e-300, double.MaxValue] },
        { "minus zero", [-0.0, 0.0, -5.25] },
        { "some missing", [double.NaN, 1, 2] },
        { "all missing", [double.NaN, double.NaN] },
        { "infinite", [double.PositiveInfinity, double.NegativeInfinity] },
        { "none", [] },
    };

    [Theory]
    [MemberData(nameof(Columns))]
    public void Decode_GivesBackEveryBit(string name, double[] values)
    {
        Assert.NotEmpty(name);
        var bars = new ChartBars(SeriesOf(values), values.Length / 2, 2, Source, values.Length == 0 ? null : "Öl & <Gas>");

        ChartBars back = ChartBarsCodec.Decode(ChartBarsCodec.Encode(bars));

        Assert.Equal(Bits(bars.Series.Closes), Bits(back.Series.Closes));
        Assert.Equal(Bits(bars.Series.Volumes), Bits(back.Series.Volumes));
        Assert.Equal(bars.Series.OpenTimesMs.ToArray(), back.Series.OpenTimesMs.ToArray());
        Assert.Equal(bars.Series.Interval, back.Series.Interval);
        Assert.Equal((bars.FirstVisible, bars.PriceDecimals), (back.FirstVisible, back.PriceDecimals));
        Assert.Equal((bars.Source, bars.Description), (back.Source, back.Description));
    }

    [Fact]
    public void Decode_GivesBackTheExchangesZone()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var series = new BarSeries(BarInterval.Parse("1h"), [new Bar(0, 1, 2, 1, 2, 5)], zone);
        ChartBars back = ChartBarsCodec.Decode(ChartBarsCodec.Encode(new ChartBars(series, 0, 2, Source)));
        Assert.Equal(zone, back.Series.ExchangeZone);
    }

    [Fact]
    public void Decode_GivesBackTheBarsOfOtherSymbols_EachWhereItWas()
    {
        var bars = new ChartBars(SeriesOf([1, 2, 3]), 1, 2, Source)
        {
            Compared = [new ComparedSeries("A:B", SeriesOf([5, 6]), 3)],
            StudySeries = [new ComparedSeries("C:D", SeriesOf([7.5]), 1), new ComparedSeries("E:F", SeriesOf([]), 0)],
        };
        ChartBars back = ChartBarsCodec.Decode(ChartBarsCodec.Encode(bars));
        Assert.Equal(
            [("A:B", 3, 2)], back.Compared.Select(one => (one.Symbol, one.PriceDecimals, one.Bars.Count)));
        Assert.Equal(
            [("C:D", 1, 1), ("E:F", 0, 0)],
            back.StudySeries.Select(one => (one.Symbol, one.PriceDecimals, one.Bars.Count)));
        Assert.Equal(7.5, back.StudySeries[0].Bars.Closes[0]);
    }

    [Fact]
    public void Decode_ReadsTheVersionBefore_WhichHadNoBarsOfStudies()
    {
        var bars = new ChartBars(SeriesOf([1, 2, 3]), 1, 2, Source)
        {
            Compared = [new ComparedSeries("A:B", SeriesOf([5, 6]), 3)],
        };
        byte[] bytes = ChartBarsCodec.Encode(bars);
        Assert.Equal((3, 0), (bytes[0], bytes[^1]));
        bytes[0] = 2;
        ChartBars back = ChartBarsCodec.Decode(bytes.AsSpan(0, bytes.Length - 1));
        Assert.Equal("A:B", Assert.Single(back.Compared).Symbol);
        Assert.Empty(back.StudySeries);
    }

    [Fact]
    public void Decode_GivesBackEveryBit_OfRandomBars()
    {
        var random = new Random(42);
        for (int round = 0; round < 200; round++)
        {
            double scale = Math.Pow(10, random.Next(0, 14));
            double[] values =
                [.. Enumerable.Range(0, random.Next(50)).Select(_ => Math.Round(random.NextDouble() * 1e4 * scale) / scale)];

            ChartBars back = ChartBarsCodec.Decode(ChartBarsCodec.Encode(new ChartBars(SeriesOf(values), 0, 3, Source)));

            Assert.Equal(Bits(values), Bits(back.Series.Opens));
        }
    }

    [Fact]
    public void Encode_TakesAFewBytesABar_ForDailyPricesInCents()
    {
        byte[] bytes = ChartBarsCodec.Encode(new ChartBars(RequestSamples.Series(300), 0, 2, Source));

        Assert.InRange(bytes.Length, 300 * 5, 300 * 24);
    }

    [Fact]
    public void Decode_RefusesCleanly_WhenBytesAreCutOrChanged()
    {
        byte[] good = ChartBarsCodec.Encode(RequestSamples.Product().Bars!);
        for (int length = 0; length < good.Length; length++)
            Assert.Throws<FormatException>(() => ChartBarsCodec.Decode(good.AsSpan(0, length)));
        Assert.Throws<FormatException>(() => ChartBarsCodec.Decode([.. good, 0]));

        var random = new Random(7);
        for (int round = 0; round < 3000; round++)
        {
            byte[] broken = [.. good];
            for (int i = random.Next(1, 4); i > 0; i--) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            Exception? thrown = Record.Exception(() => ChartBarsCodec.Decode(broken));
            Assert.True(thrown is null or FormatException, thrown?.ToString());
        }
    }

    private static BarSeries SeriesOf(double[] values) => new(
        BarInterval.Parse("4h"),
        [.. values.Select((value, i) => new Bar(i * 14_400_000L - 5, value, value, value, value, value))]);

    private static long[] Bits(ReadOnlySpan<double> values)
    {
        var bits = new long[values.Length];
        for (int i = 0; i < bits.Length; i++) bits[i] = BitConverter.DoubleToInt64Bits(values[i]);
        return bits;
    }
}
