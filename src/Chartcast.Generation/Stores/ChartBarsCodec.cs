using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.Stores;

/// <summary>Bars as a few bytes each: every value reads back bit for bit.</summary>
/// <remarks>
/// Version 1: <c>01</c>, then as variable-length numbers (7 bits a byte, lowest first) the count, the first visible
/// index,
/// the price decimals, the lengths of the interval's name and of the source's JSON, and the length of the description
/// in
/// UTF-8 plus one (0 for none), then those three, the open times as differences, and the five columns. A column begins
/// with its form: <c>0</c>–<c>12</c> are whole numbers of that many
/// decimals, each as the zigzag difference to the one before; <c>254</c> has no values at all, <c>255</c> has raw
/// doubles. Version 2: <c>02</c>, the id of the exchange's zone, all of version 1 after its first byte, then the
/// number of compared symbols, and for each its symbol, its price decimals, its count, its times and its columns; texts
/// have their length in front. Version 3: <c>03</c>, all of version 2 after its first byte, then the symbols that
/// studies read, like those compared.
/// </remarks>
internal static class ChartBarsCodec
{
    private const byte FirstVersion = 1;
    private const byte SecondVersion = 2;
    private const byte Version = 3;
    private const int MaximumZoneBytes = 64;
    private const int MaximumSymbolBytes = 512;
    private const int MaximumCompared = 64;
    private const byte NoValues = 254;
    private const byte RawValues = 255;
    private const int MaximumDecimals = 12;
    private const int MaximumBars = 10_000_000;
    private const int MaximumNameBytes = 16;
    private const int MaximumSourceBytes = 64 * 1024;
    private const int MaximumDescriptionBytes = 64 * 1024;

    /// <summary>Beyond 2^53 whole numbers are no longer exact in a double.</summary>
    private const double LargestExact = 9_007_199_254_740_992;

    private static readonly double[] Scales =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12];

    /// <summary>Writes bars.</summary>
    public static byte[] Encode(ChartBars bars)
    {
        BarSeries series = bars.Series;
        byte[] source = JsonSerializer.SerializeToUtf8Bytes(bars.Source, GenerationJson.Default.SourceReport);
        byte[] name = Encoding.ASCII.GetBytes(series.Interval.ToString());
        byte[]? description = bars.Description is null ? null : Encoding.UTF8.GetBytes(bars.Description);
        var output = new ArrayBufferWriter<byte>(64 + source.Length + series.Count * 16);
        WriteByte(output, Version);
        WriteText(output, series.ExchangeZone.Id);
        WriteNumber(output, (ulong)series.Count);
        WriteNumber(output, (ulong)bars.FirstVisible);
        WriteNumber(output, (ulong)bars.PriceDecimals);
        WriteNumber(output, (ulong)name.Length);
        WriteNumber(output, (ulong)source.Length);
        WriteNumber(output, description is null ? 0 : (ulong)description.Length + 1);
        output.Write(name);
        output.Write(source);
        output.Write(description);
        WriteSeries(output, series, bars.PriceDecimals);
        WriteOthers(output, bars.Compared);
        WriteOthers(output, bars.StudySeries);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads bars.</summary>
    /// <exception cref="FormatException">The bytes were not written by <see cref="Encode"/>, or are
    /// damaged.</exception>
    public static ChartBars Decode(ReadOnlySpan<byte> bytes)
    {
        var input = new ByteCursor(bytes);
        byte version = input.Byte();
        if (version is not (FirstVersion or SecondVersion or Version))
            throw new FormatException("Stored bars are of an unknown version.");
        TimeZoneInfo zone = version == FirstVersion ? TimeZoneInfo.Utc : ZoneOf(ReadText(ref input, MaximumZoneBytes));
        int count = input.Number(MaximumBars);
        int firstVisible = input.Number(count);
        int decimals = input.Number(MaximumDecimals);
        int nameLength = input.Number(MaximumNameBytes);
        int sourceLength = input.Number(MaximumSourceBytes);
        int descriptionLength = input.Number(MaximumDescriptionBytes + 1) - 1;
        string name = Encoding.ASCII.GetString(input.Take(nameLength));
        SourceReport source = ReadSource(input.Take(sourceLength));
        string? description =
            descriptionLength < 0 ? null : Encoding.UTF8.GetString(input.Take(descriptionLength));
        BarSeries series = ReadSeries(ref input, name, zone, count);
        ComparedSeries[] compared = version < SecondVersion ? [] : ReadOthers(ref input, name, zone);
        ComparedSeries[] ofStudies = version < Version ? [] : ReadOthers(ref input, name, zone);
        if (input.Left != 0) throw new FormatException("Stored bars have bytes too many.");
        return new ChartBars(series, firstVisible, decimals, source, description)
        {
            Compared = compared, StudySeries = ofStudies,
        };
    }

    private static void WriteOthers(ArrayBufferWriter<byte> output, IReadOnlyList<ComparedSeries> others)
    {
        WriteNumber(output, (ulong)others.Count);
        foreach (ComparedSeries other in others)
        {
            WriteText(output, other.Symbol);
            WriteNumber(output, (ulong)other.PriceDecimals);
            WriteNumber(output, (ulong)other.Bars.Count);
            WriteSeries(output, other.Bars, other.PriceDecimals);
        }
    }

    private static ComparedSeries[] ReadOthers(ref ByteCursor input, string intervalName, TimeZoneInfo zone)
    {
        var others = new ComparedSeries[input.Number(MaximumCompared)];
        for (int i = 0; i < others.Length; i++)
        {
            string symbol = ReadText(ref input, MaximumSymbolBytes);
            int decimals = input.Number(MaximumDecimals);
            int count = input.Number(MaximumBars);
            others[i] = new ComparedSeries(symbol, ReadSeries(ref input, intervalName, zone, count), decimals);
        }

        return others;
    }

    private static void WriteSeries(ArrayBufferWriter<byte> output, BarSeries series, int priceDecimals)
    {
        long before = 0;
        foreach (long time in series.OpenTimesMs)
        {
            WriteNumber(output, ZigZag(time - before));
            before = time;
        }

        WriteColumn(output, series.Opens, priceDecimals);
        WriteColumn(output, series.Highs, priceDecimals);
        WriteColumn(output, series.Lows, priceDecimals);
        WriteColumn(output, series.Closes, priceDecimals);
        WriteColumn(output, series.Volumes, 0);
    }

    private static BarSeries ReadSeries(ref ByteCursor input, string intervalName, TimeZoneInfo zone, int count)
    {
        // Every bar takes a byte of time at least: a false count cannot make this allocate more than a few times the
        // input.
        if (count > input.Left) throw new FormatException("Stored bars are cut short.");
        var times = new long[count];
        long before = 0;
        for (int i = 0; i < count; i++)
        {
            before = unchecked(before + UnZigZag(input.Number()));
            times[i] = before;
        }

        double[] opens = ReadColumn(ref input, count);
        double[] highs = ReadColumn(ref input, count);
        double[] lows = ReadColumn(ref input, count);
        double[] closes = ReadColumn(ref input, count);
        double[] volumes = ReadColumn(ref input, count);
        var bars = new Bar[count];
        for (int i = 0; i < count; i++)
            bars[i] = new Bar(times[i], opens[i], highs[i], lows[i], closes[i], volumes[i]);
        return SeriesOf(intervalName, bars, zone);
    }

    // A zone that this machine no longer knows costs a session line, not the whole chart.
    private static TimeZoneInfo ZoneOf(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone) ? zone : TimeZoneInfo.Utc;

    private static SourceReport ReadSource(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, GenerationJson.Default.SourceReport)
                ?? throw new FormatException("The source of stored bars is missing.");
        }
        catch (JsonException exception)
        {
            throw new FormatException("The source of stored bars is damaged.", exception);
        }
    }

    private static BarSeries SeriesOf(string intervalName, Bar[] bars, TimeZoneInfo zone)
    {
        try
        {
            return new BarSeries(BarInterval.Parse(intervalName), bars, zone);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException("Stored bars are not in order.", exception);
        }
    }

    private static void WriteColumn(ArrayBufferWriter<byte> output, ReadOnlySpan<double> values, int likelyDecimals)
    {
        byte form = FormOf(values, likelyDecimals);
        WriteByte(output, form);
        if (form == NoValues) return;
        if (form == RawValues)
        {
            foreach (double value in values)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(output.GetSpan(sizeof(double)), value);
                output.Advance(sizeof(double));
            }

            return;
        }

        double scale = Scales[form];
        long before = 0;
        foreach (double value in values)
        {
            long whole = (long)Math.Round(value * scale);
            WriteNumber(output, ZigZag(whole - before));
            before = whole;
        }
    }

    private static byte FormOf(ReadOnlySpan<double> values, int likelyDecimals)
    {
        bool isEmpty = true;
        foreach (double value in values) isEmpty &= double.IsNaN(value);
        if (isEmpty) return NoValues;
        likelyDecimals = Math.Clamp(likelyDecimals, 0, MaximumDecimals);
        if (IsExact(values, Scales[likelyDecimals])) return (byte)likelyDecimals;
        for (byte decimals = (byte)(likelyDecimals + 1); decimals <= MaximumDecimals; decimals++)
        {
            if (IsExact(values, Scales[decimals])) return decimals;
        }

        return RawValues;
    }

    private static bool IsExact(ReadOnlySpan<double> values, double scale)
    {
        foreach (double value in values)
        {
            double whole = Math.Round(value * scale);
            // Bits, not numbers, are compared, so that minus zero and the payloads of NaN survive as raw values.
            if (!(Math.Abs(whole) < LargestExact)
                || BitConverter.DoubleToInt64Bits((long)whole / scale) != BitConverter.DoubleToInt64Bits(value))
                return false;
        }

        return true;
    }

    private static double[] ReadColumn(ref ByteCursor input, int count)
    {
        byte form = input.Byte();
        var values = new double[count];
        switch (form)
        {
            case NoValues:
                Array.Fill(values, double.NaN);
                break;
            case RawValues:
                for (int i = 0; i < count; i++)
                    values[i] = BinaryPrimitives.ReadDoubleLittleEndian(input.Take(sizeof(double)));
                break;
            case <= MaximumDecimals:
                double scale = Scales[form];
                long whole = 0;
                for (int i = 0; i < count; i++)
                {
                    whole = unchecked(whole + UnZigZag(input.Number()));
                    values[i] = whole / scale;
                }

                break;
            default:
                throw new FormatException("A column of stored bars has an unknown form.");
        }

        return values;
    }

    private static void WriteText(ArrayBufferWriter<byte> output, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        WriteNumber(output, (ulong)bytes.Length);
        output.Write(bytes);
    }

    private static string ReadText(ref ByteCursor input, int maximumBytes) =>
        Encoding.UTF8.GetString(input.Take(input.Number(maximumBytes)));

    private static void WriteByte(ArrayBufferWriter<byte> output, byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    private static void WriteNumber(ArrayBufferWriter<byte> output, ulong value)
    {
        Span<byte> bytes = output.GetSpan(10);
        int length = 0;
        for (; value >= 0x80; value >>= 7) bytes[length++] = (byte)(value | 0x80);
        bytes[length++] = (byte)value;
        output.Advance(length);
    }

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private static long UnZigZag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);
}
