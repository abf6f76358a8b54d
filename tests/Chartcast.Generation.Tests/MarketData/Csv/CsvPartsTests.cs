using Chartcast.Generation.MarketData.Csv;

namespace Chartcast.Generation.Tests.MarketData.Csv;

public sealed class CsvPartsTests
{
    [Theory]
    [InlineData("1,234.5", false, 1234.5)]
    [InlineData("$271.50", false, 271.5)]
    [InlineData("41.2M", false, 41_200_000)]
    [InlineData("1.234,5", true, 1234.5)]
    [InlineData("6.80E-05", false, 6.8e-5)]
    [InlineData("-3", false, -3)]
    [InlineData("0.10%", false, 0.1)]
    public void TryRead_ReadsNumbers(string text, bool decimalComma, double expected)
    {
        Assert.True(CsvNumbers.TryRead(text, decimalComma, out double value));
        Assert.Equal(expected, value, 1e-12);
    }

    [Theory]
    [InlineData("1,23,4.5")]
    [InlineData("1,5")]
    [InlineData("abc")]
    [InlineData("=1+1")]
    [InlineData("1e999")]
    [InlineData("Infinity")]
    public void TryRead_RefusesWhatIsNoNumber(string text) => Assert.False(CsvNumbers.TryRead(text, false, out _));

    [Theory]
    [InlineData("2026-01-02", "2026-01-02T00:00Z", false)]
    [InlineData("2026-01-02T09:30:00-05:00", "2026-01-02T09:30Z", true)]
    [InlineData("2026-01-02 15:55:00", "2026-01-02T15:55Z", true)]
    [InlineData("20260102 093000", "2026-01-02T09:30Z", true)]
    [InlineData("20260102", "2026-01-02T00:00Z", false)]
    [InlineData("02.01.2026 00:00:00.000", "2026-01-02T00:00Z", true)]
    [InlineData("2026.01.02 09:30", "2026-01-02T09:30Z", true)]
    [InlineData("Jan 2, 2026", "2026-01-02T00:00Z", false)]
    [InlineData("02-Jan-2026", "2026-01-02T00:00Z", false)]
    [InlineData("2026-01-02 04-PM", "2026-01-02T16:00Z", true)]
    [InlineData("1/2/2026 4:00 PM", "2026-01-02T16:00Z", true)]
    [InlineData("1767312000", "2026-01-02T00:00Z", true)]
    [InlineData("1767312000000", "2026-01-02T00:00Z", true)]
    [InlineData("1767312000000000", "2026-01-02T00:00Z", true)]
    [InlineData("1767312000.0", "2026-01-02T00:00Z", true)]
    public void TryRead_ReadsTimes(string text, string expected, bool hasTime)
    {
        Assert.True(CsvTimeReader.TryRead(text, out CsvTime time));
        Assert.Equal(DateTimeOffset.Parse(expected).ToUnixTimeMilliseconds(), time.WallMs);
        Assert.Equal(hasTime, time.HasTime);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("2026-01-02 25:00")]
    [InlineData("2026-01-02 09:30 nonsense")]
    [InlineData("yesterday")]
    [InlineData("99999999999999999999999")]
    public void TryRead_RefusesWhatIsNoTime(string text) => Assert.False(CsvTimeReader.TryRead(text, out _));

    [Fact]
    public void LineReader_SplitsLikeTheBaseLibrary_WhateverTheBuffer()
    {
        var random = new Random(3);
        string text = string.Concat(Enumerable.Range(0, 20_000).Select(_ =>
            new string('x', random.Next(0, 40)) + (random.Next(3) switch { 0 => "\n", 1 => "\r\n", _ => "\r" })));
        var reader = new CsvLineReader(new StringReader(text));
        using var expected = new StringReader(text);
        while (expected.ReadLine() is string line)
        {
            Assert.True(reader.TryRead(out ReadOnlySpan<char> actual));
            Assert.Equal(line, actual.ToString());
        }

        Assert.False(reader.TryRead(out _));
    }

    [Theory]
    [InlineData("a,b,c", "a|b|c")]
    [InlineData("\"1,234.5\",\"b\",c", "1,234.5|b|c")]
    [InlineData(",,", "||")]
    [InlineData("\"a;b\", c ,\"\"", "a;b|c|")]
    [InlineData("=1+1,\"say \"\"x, y\"\"\",2", "=1+1|say \"\"x, y\"\"|2")]
    public void Split_MindsQuotes(string line, string expected)
    {
        var ranges = new Range[CsvFields.Maximum];
        int count = CsvFields.Split(line, ',', ranges);
        Assert.Equal(expected.Split('|'), ranges[..count].Select(range => line[range]));
    }

    [Fact]
    public void Split_Refuses_WhenAQuoteIsNeverClosed() =>
        Assert.Equal(-1, CsvFields.Split("1,\"2,3", ',', new Range[8]));
}
