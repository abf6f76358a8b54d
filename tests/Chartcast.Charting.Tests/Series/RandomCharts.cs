using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Drawing.Painting;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Tests.Series;

/// <summary>Specifications and bars that nobody would think of; the same for the same seed on every machine.</summary>
internal static class RandomCharts
{
    private const int MostStudies = 6;
    private static readonly string[] Intervals = ["1m", "15m", "1h", "4h", "1D", "1D", "1W", "1M"];
    private static readonly string[] Zones = ["Etc/UTC", "America/New_York", "Asia/Kolkata", "Pacific/Chatham"];
    private static readonly double[] Scales = [1e-12, 1e-4, 0.01, 0.01, 0.01, 1, 1e9, 1e290];

    public static (ChartSpec Spec, BarSeries Bars) Create(int seed)
    {
        var random = new Random(seed);
        BarSeries bars = Bars(random);
        double low = bars.Lows.ToArray().Min(), high = bars.Highs.ToArray().Max();
        ChartStyle style = Pick(random, Enum.GetValues<ChartStyle>());
        var spec = new ChartSpec
        {
            Symbol = Pick(random, "NASDAQ:TEST", "X:Y", "Z", "ÄÖ:<&>\"'", new string('W', 200)),
            Interval = bars.Interval,
            Description = Flip(random) ? "Nobody & Sons, Inc. <b>" : null,
            Style = style,
            SeriesOverrides = Flip(random) ? SeriesStyles(random, style) : [],
            ThemeOverrides = random.Next(4) == 0 ? Colors(random) : [],
            WidthPx = random.Next(100, 501),
            HeightPx = random.Next(100, 401),
            PixelRatio = random.Next(4) == 0 ? random.Next(2, 5) : 1,
            Theme = Pick(random, [.. ChartThemes.Names]),
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(Pick(random, Zones)),
            ShowVolume = Flip(random),
            ShowGrid = Flip(random),
            Studies = [.. Enumerable.Range(0, random.Next(MostStudies)).Select(_ => Study(random))],
            Drawings = random.Next(3) == 0 ? [.. Drawings(random, bars, low, high)] : [],
            Scale = Scale(random, low, high),
            Display = Display(random),
            Compared = random.Next(5) == 0 ? [new ComparedSeries("A:B", Bars(random, bars.Interval))] : [],
            Watermark = random.Next(4) == 0
                ? new WatermarkSpec("Ink § " + seed, random.Next(8, 257), 0.1 + random.NextDouble() * 0.9)
                : null,
            PriceDecimals = random.Next(13),
            FirstVisible = random.Next(2) == 0 ? 0 : random.Next(bars.Count),
            FreeSlots = random.Next(4) == 0 ? random.Next(1001) : 0,
            IsSample = Flip(random),
        };
        return (spec, bars);
    }

    private static StudySpec Study(Random random)
    {
        IndicatorListing listing = Pick(random, [.. IndicatorCatalog.All]);
        var inputs = new IndicatorInput[listing.Parameters.Count];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = new IndicatorInput(listing.Parameters[i].Key, Value(random, listing.Parameters[i]));
        var overrides = new Dictionary<string, StudyStyleValue>();
        StyleKey[] keys = [.. StyleKey.AllOf(listing)];
        if (Flip(random))
        {
            for (int i = 0; i < keys.Length; i++)
            {
                if (random.Next(3) == 0 && Style(random, keys[i]) is { } style) overrides[keys[i].Name] = style;
            }
        }

        return new StudySpec(listing, inputs, overrides, random.Next(4) == 0);
    }

    /// <summary>Some keys of the style, and now and then one of another.</summary>
    private static Dictionary<string, StudyStyleValue> SeriesStyles(Random random, ChartStyle style)
    {
        var values = new Dictionary<string, StudyStyleValue>();
        foreach (SeriesStyleKey key in SeriesStyleKeys.All)
        {
            if (random.Next(key.Style == style ? 2 : 100) == 0) values[key.Name] = Style(random, key);
        }

        return values;
    }

    private static StudyStyleValue Style(Random random, SeriesStyleKey key) => key.Kind switch
    {
        StyleKind.Color => new StudyStyleValue(Color: Color(random)),
        StyleKind.LineWidth => new StudyStyleValue(Number: random.Next(1, 11)),
        StyleKind.LineStyle => new StudyStyleValue(Number: random.Next(3)),
        StyleKind.Percent => new StudyStyleValue(Number: random.NextDouble() * 100),
        StyleKind.Switch => new StudyStyleValue(Switch: Flip(random)),
        StyleKind.PriceSource => new StudyStyleValue(
            Word: Pick(random, "open", "high", "low", "close", "hl2", "hlc3", "ohlc4")),
        StyleKind.Count => new StudyStyleValue(Number: random.Next(2, 21)),
        StyleKind.BoxSize => random.Next(3) switch
        {
            0 => new StudyStyleValue(Word: "atr"),
            1 => new StudyStyleValue(Word: Pick(random, "0.01%", "1%", "2.5%", "100%")),
            _ => new StudyStyleValue(Number: Pick(random, 1e-9, 0.01, 1, 25, 1e6, 1e300)),
        },
        _ => throw new InvalidOperationException($"{key.Name} is of a kind that no style had."),
    };

    private static Dictionary<string, Rgba> Colors(Random random) => ThemeKeys.Names
        .Where(_ => Flip(random))
        .ToDictionary(
            key => key, key => key == ThemeKeys.Background ? Color(random).WithOpacity(1) : Color(random));

    private static double Value(Random random, IndicatorParameter parameter) => random.Next(6) switch
    {
        0 => parameter.Minimum,
        1 => parameter.Maximum,
        2 when parameter.Kind == ParameterKind.Number => Math.Clamp(
            parameter.Default * (0.5 + random.NextDouble()), parameter.Minimum, parameter.Maximum),
        2 => Math.Clamp(parameter.Default + random.Next(1, 30), parameter.Minimum, parameter.Maximum),
        _ => parameter.Default,
    };

    private static StudyStyleValue? Style(Random random, StyleKey key) => key.Kind switch
    {
        StyleKind.Color => new StudyStyleValue(Color: Color(random)),
        StyleKind.LineWidth => new StudyStyleValue(Number: random.Next(1, 11)),
        StyleKind.LineStyle => new StudyStyleValue(Number: random.Next(3)),
        StyleKind.Level => new StudyStyleValue(Number: (random.NextDouble() - 0.5) * 2_000_000),
        StyleKind.Percent => new StudyStyleValue(Number: random.Next(101)),
        StyleKind.Switch => new StudyStyleValue(Switch: Flip(random)),
        StyleKind.PlotType when key.Default.Word is { } word && PlotTypes.Words.Contains(word) =>
            new StudyStyleValue(Word: Pick(random, PlotTypes.Words)),
        _ => null,
    };

    private static IEnumerable<DrawingSpec> Drawings(Random random, BarSeries bars, double low, double high)
    {
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            DrawingListing listing = Pick(random, [.. DrawingCatalog.All]);
            var inputs = new Dictionary<string, DrawingValue>();
            foreach (DrawingKey key in listing.Inputs)
            {
                if (key.IsRequired || Flip(random)) inputs[key.Name] = Value(random, key, bars, low, high);
            }

            var styles = new Dictionary<string, DrawingValue>();
            foreach (DrawingKey key in listing.Overrides)
            {
                if (random.Next(4) == 0) styles[key.Name] = Value(random, key, bars, low, high);
            }

            var drawing = new DrawingSpec(listing, inputs, styles, Pick(random, Enum.GetValues<DrawingOrder>()));
            if (DrawingSpecValidator.Fault(drawing) is null) yield return drawing;
        }
    }

    private static DrawingValue Value(Random random, DrawingKey key, BarSeries bars, double low, double high)
    {
        switch (key.Kind)
        {
            case DrawingKeyKind.Time:
                long first = bars.OpenTimesMs[0], last = bars.OpenTimesMs[^1], span = last - first + bars.Interval.NominalMs;
                // Within, between and outside of the bars.
                DateTimeOffset time = DateTimeOffset.FromUnixTimeMilliseconds(
                    first + (long)(span * (random.NextDouble() * 2 - 0.5)));
                return new DrawingValue(Time: Flip(random)
                    ? DrawingTime.At(time)
                    : DrawingTime.On(DateOnly.FromDateTime(time.UtcDateTime)));
            case DrawingKeyKind.Text: return new DrawingValue(Text: Pick(random, "T", "Two\nlines", new string('w', 200)));
            case DrawingKeyKind.Switch: return new DrawingValue(Switch: Flip(random));
            case DrawingKeyKind.Color: return new DrawingValue(Color: Color(random));
            case DrawingKeyKind.Choice: return new DrawingValue(Text: Pick(random, [.. key.Choices]));
            case DrawingKeyKind.Whole:
                return new DrawingValue(Number: Math.Clamp(
                    Math.Round(key.Minimum) + random.Next(120), key.Minimum, key.Maximum));
            default:
                double price = low + (high - low) * (random.NextDouble() * 3 - 1);
                return new DrawingValue(Number: Math.Clamp(price, key.Minimum, key.Maximum));
        }
    }

    private static Rgba Color(Random random) => new(
        (byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256));

    private static ScaleOptions Scale(Random random, double low, double high)
    {
        double middle = low + (high - low) * random.NextDouble(), far = middle + Math.Max(high - low, Math.Abs(low)) * 2;
        return new ScaleOptions
        {
            Mode = Flip(random) ? Pick(random, Enum.GetValues<ScaleMode>()) : null,
            IsInverted = random.Next(4) == 0,
            AreStudiesInverted = random.Next(4) == 0,
            PriceRange = random.Next(10) switch
            {
                0 => new PriceRangeSpec(middle, null),
                1 => new PriceRangeSpec(null, middle, 0.1),
                2 when middle < far => new PriceRangeSpec(middle, far),
                _ => null,
            },
        };
    }

    private static DisplayOptions Display(Random random) => random.Next(3) == 0 ? DisplayOptions.Default : new()
    {
        ShowLegend = Flip(random),
        ShowLegendValues = Flip(random),
        ShowMainPane = random.Next(4) > 0,
        ShowPriceLine = Flip(random),
        ShowVerticalGrid = Flip(random),
        ShowHorizontalGrid = Flip(random),
        ShowSeriesLastValue = Flip(random),
        ShowSeriesPrices = Flip(random),
        ShowBarChange = Flip(random),
        ShowStudyLastValue = Flip(random),
        ShowStudyPlotNames = Flip(random),
        ShowSymbolLabels = Flip(random),
        ShowSymbolWatermark = Flip(random),
        ShowSessionBreaks = Flip(random),
        MainPaneHeightPx = random.Next(4) == 0 ? random.Next(100, 1801) : null,
        ScalesFontPx = random.Next(4) == 0 ? random.Next(10, 51) : DisplayOptions.DefaultScalesFontPx,
    };

    private static BarSeries Bars(Random random, BarInterval? interval = null)
    {
        BarInterval step = interval ?? BarInterval.Parse(Pick(random, Intervals));
        int count = random.Next(6) switch { 0 => random.Next(1, 5), 1 => random.Next(200, 3_000), _ => random.Next(5, 200) };
        double scale = Pick(random, Scales), price = 15_000;
        int shape = random.Next(8), volumes = random.Next(5);
        var bars = new Bar[count];
        long time = TestSeries.Utc(2024, 1, 2, 14, 30);
        if (!step.IsIntraday) time = TestSeries.Utc(2024, 1, 1);
        for (int i = 0; i < count; i++)
        {
            double open = price + random.Next(-40, 41), close = open + random.Next(-200, 201);
            double high = Math.Max(open, close) + random.Next(140), low = Math.Min(open, close) - random.Next(140);
            if (shape == 0) open = high = low = close = 15_000;
            if (shape == 1 && i % 3 == 0) open = high = low = close;
            double shift = shape == 2 ? -16_000 : 0, factor = scale * (shape == 3 && i == count / 2 ? 1e6 : 1);
            double volume = volumes switch
            {
                0 => double.NaN,
                1 => 0,
                2 when i % 5 == 0 => double.NaN,
                _ => random.Next(1, 1_000_000),
            };
            bars[i] = new Bar(
                time, (open + shift) * factor, (high + shift) * factor, (low + shift) * factor, (close + shift) * factor,
                volume);
            price = Math.Max(close, 500);
            // Whole intervals, now and then a hole of many.
            time += step.NominalMs * (random.Next(20) == 0 ? random.Next(2, 60) : 1);
        }

        return new BarSeries(step, bars, TimeZoneInfo.FindSystemTimeZoneById(Pick(random, Zones)));
    }

    private static bool Flip(Random random) => random.Next(2) == 0;

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];
}
