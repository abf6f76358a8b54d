using System.Diagnostics;
using System.Text.Json;
using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Charting.Tests.Series;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Tests.Specs;

/// <summary>Whatever JSON comes, readers answer with what they read or with faults, quickly, and never throw.</summary>
public sealed class SpecFuzzTests
{
    private const int Rounds = 4_000;
    private const int LongRounds = 200_000;
    private const int LongestFault = 4_000;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>Every reader, as one that says whether it read something usable.</summary>
    private static readonly Dictionary<string, Func<JsonElement, ICollection<SpecFault>, bool>> Readers = new()
    {
        ["study"] = static (json, faults) => StudySpecReader.Read(json, "studies[0]", faults) is not null,
        ["drawing"] = static (json, faults) => DrawingSpecReader.Read(json, "drawings[0]", faults) is not null,
        ["override"] = static (json, faults) =>
            ChartOverridesReader.Read(json, "override", faults) is not null && faults.Count == 0,
        ["style"] = static (json, faults) =>
            SeriesStyleReader.Read(json, "override.style", faults) is not null && faults.Count == 0,
        ["colors"] = static (json, faults) =>
            ThemeOverridesReader.Read(json, "colors", faults) is not null && faults.Count == 0,
        ["watermark"] = static (json, faults) => WatermarkReader.Read(json, "watermark", faults) is not null,
    };

    public static TheoryData<string> Names() => [.. Readers.Keys];

    private static int RoundCount =>
        Environment.GetEnvironmentVariable("CHARTCAST_LONG_TESTS") == "1" ? LongRounds : Rounds;

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_AnswersAnything(string name)
    {
        var random = new Random(41);
        var hostile = new HostileJson(random);
        int right = 0, read = 0;
        for (int round = 0; round < RoundCount; round++)
        {
            string json = (round % 3) switch
            {
                0 => hostile.Value(4),
                1 => Near(name, hostile),
                _ => hostile.Mutated(Near(name, hostile)),
            };
            if (!TryParse(json, out JsonDocument? document)) continue;
            using (document)
            {
                read++;
                if (Reads(name, document.RootElement, json)) right++;
            }
        }

        Assert.True(read > RoundCount / 2, $"only {read} were JSON at all");
        Assert.True(right > 0 && right < read, $"{right} of {read} were right");
    }

    [Fact]
    public void Read_StudiesThatAreRight_CanBeDrawn()
    {
        var hostile = new HostileJson(new Random(42));
        int drawn = 0;
        for (int round = 0; round < 600; round++)
        {
            using JsonDocument document = JsonDocument.Parse(hostile.Study());
            var faults = new List<SpecFault>();
            if (StudySpecReader.Read(document.RootElement, "studies[0]", faults) is not { } study) continue;
            ChartSpec spec = TestSpecs.Daily(study) with { WidthPx = 200, HeightPx = 200 };
            Assert.NotNull(ChartComposer.Compose(spec, TestSeries.Daily(60)));
            drawn++;
        }

        Assert.True(drawn > 100, $"only {drawn} were right");
    }

    [Fact]
    public void Read_DrawingsThatAreRight_CanBeDrawn()
    {
        var hostile = new HostileJson(new Random(43));
        int drawn = 0;
        for (int round = 0; round < 600; round++)
        {
            using JsonDocument document = JsonDocument.Parse(hostile.Drawing());
            var faults = new List<SpecFault>();
            if (DrawingSpecReader.Read(document.RootElement, "drawings[0]", faults) is not { } drawing) continue;
            ChartSpec spec = TestSpecs.Daily() with { WidthPx = 200, HeightPx = 200, Drawings = [drawing] };
            Assert.NotNull(ChartComposer.Compose(spec, TestSeries.Daily(60)));
            drawn++;
        }

        Assert.True(drawn > 100, $"only {drawn} were right");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_IsQuick_WhateverTheSize(string name)
    {
        string members = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"Plot.colour{i}\":{i}"));
        string digits = new('9', 1_000_000), deep = new('[', 900);
        string[] bombs =
        [
            $"{{\"name\":\"MACD\",\"override\":{{{members}}}}}",
            $"{{\"name\":\"MACD\",\"input\":{{{members}}}}}",
            $"{{\"type\":\"macd\",{members}}}",
            $"{{{members}}}",
            $"{{\"name\":\"MACD\",\"override\":{{\"MACD.color\":\"rgb({digits},0,0)\"}}}}",
            $"{{\"name\":\"MACD\",\"override\":{{\"MACD.color\":\"#{digits}\"}}}}",
            $"{{\"name\":\"MACD\",\"override\":{{\"MACD.linewidth\":{digits}}}}}",
            $"{{\"name\":\"MACD\",\"input\":{{\"in_0\":{deep}{new string(']', 900)}}}}}",
            $"{{\"name\":\"{digits}\"}}",
            $"{{\"name\":\"Trend Line\",\"override\":{{{members}}}}}",
            $"{{\"candleStyle\":{{{members}}}}}",
            $"{{\"renkoStyle.boxSize\":\"{digits}%\"}}",
            $"{{\"background\":\"#{digits}\",\"text\":\"{digits}\"}}",
            $"\"{digits}\"",
            $"{{\"type\":\"note\",\"text\":\"{digits}\"}}",
            $"\"sma:{digits}\"",
            $"\"macd({string.Join(',', Enumerable.Repeat("1", 200_000))})\"",
            $"\"{new string('(', 100_000)}\"",
        ];
        Assert.All(bombs, json =>
        {
            var watch = Stopwatch.StartNew();
            Assert.True(TryParse(json, out JsonDocument? document));
            using (document) Reads(name, document.RootElement, json[..60]);
            Assert.True(watch.Elapsed < TimeLimit, $"took {watch.Elapsed}: {json[..60]}");
        });
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1e300)]
    public void Compose_NamesTheInput_ThatIsOutOfRange(double length)
    {
        ChartSpec spec = TestSpecs.Daily(TestSpecs.Study("Moving Average", ("length", length)));
        ArgumentException refusal =
            Assert.Throws<ArgumentException>(() => ChartComposer.Compose(spec, TestSeries.Daily(10)));
        Assert.Contains("Studies[0].Inputs[0]", refusal.Message);
    }

    [Fact]
    public void Compose_EndsInTime_WithTenThousandStudies()
    {
        StudySpec[] some = [.. IndicatorCatalog.All.Select(listing => TestSpecs.Study(listing.Name))];
        StudySpec[] many = [.. Enumerable.Range(0, 10_000).Select(i => some[i % some.Length])];
        var watch = Stopwatch.StartNew();
        ComposedChart chart = ChartComposer.Compose(TestSpecs.Daily(many), TestSeries.Daily(100));
        Assert.Equal(many.Length, chart.Studies.Count);
        Assert.True(watch.Elapsed < 3 * TimeLimit, $"took {watch.Elapsed}");
    }

    private static string Near(string name, HostileJson hostile) => name switch
    {
        "drawing" => hostile.Drawing(),
        "style" => hostile.SeriesStyle(),
        "colors" => hostile.Colors(),
        "watermark" => hostile.Watermark(),
        _ => hostile.Study(),
    };

    private static bool Reads(string name, JsonElement json, string shown)
    {
        var faults = new List<SpecFault>();
        bool isRight;
        try
        {
            isRight = Readers[name](json, faults);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{shown} → {exception.Message}", exception);
        }

        Assert.True(isRight == (faults.Count == 0), $"{shown} → read {isRight} with {faults.Count} faults");
        Assert.All(faults, fault => Assert.InRange(fault.Message.Length, 1, LongestFault));
        Assert.All(faults, fault => Assert.InRange(fault.Field.Length, 1, LongestFault));
        return isRight;
    }

    private static bool TryParse(string json, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out JsonDocument? document)
    {
        try
        {
            document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1_000 });
            return true;
        }
        catch (JsonException)
        {
            document = null;
            return false;
        }
    }
}
