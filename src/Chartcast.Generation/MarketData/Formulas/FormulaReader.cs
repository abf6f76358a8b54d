using System.Globalization;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData.Formulas;

/// <summary>Reads the bars of a formula's symbols and computes its own.</summary>
internal static class FormulaReader
{
    /// <summary>The newest bars of an operand that are read at most.</summary>
    private const int MostOperandBars = 1_000_000;

    /// <summary>Ratios and products are shown with so many digits.</summary>
    private const int ShownDigits = 5;
    private const int FewestDecimals = 2;
    private const int MostDecimals = 10;

    /// <summary>Reads and computes.</summary>
    /// <param name="query">Whose symbol is a formula.</param>
    /// <param name="read">Reads the bars of one symbol.</param>
    /// <exception cref="ChartException">Whatever the feeds say of an operand, and
    /// <see cref="ChartErrorCode.NoData"/> when the operands have no bars in common.</exception>
    public static async ValueTask<MarketDataResult> ReadAsync(
        MarketDataQuery query, Func<MarketDataQuery, ValueTask<MarketDataResult>> read)
    {
        Formula formula = query.Symbol.Formula!;
        var operands = new MarketDataResult[formula.Operands.Count];
        for (int i = 0; i < operands.Length; i++)
        {
            // Which bars are shown is known only when all are joined.
            operands[i] = await read(query with
            {
                Symbol = formula.Operands[i], Count = MostOperandBars, WarmUpBars = 0, From = null, ShiftLeftBars = 0,
            });
        }

        BarSeries[] series = [.. operands.Select(static operand => operand.Series)];
        FormulaBars computed = FormulaBars.Compute(formula.Root, series);
        Bar[] bars = [.. computed.Bars];
        if (bars.Length == 0) throw Nothing(query, computed);
        (int start, int first, int end) = SeriesWindow.Find(bars, query);
        return new MarketDataResult
        {
            Series = new BarSeries(query.Interval, new ArraySegment<Bar>(bars, start, end - start), ZoneOf(series)),
            FirstVisible = first - start,
            PriceDecimals = DecimalsOf(formula, operands, bars[end - 1].Close),
            Description = null,
            Source = JoinedSource.Of(operands),
            LastBarClosed = IsClosed(operands, bars[end - 1].OpenTimeMs),
            Gaps = MissingWithin(series[0], bars.AsSpan(first, end - first)),
            Warnings = [.. WarningsOf(formula, operands), .. Losses(computed)],
        };
    }

    private static ChartException Nothing(MarketDataQuery query, FormulaBars computed) => new(
        ChartErrorCode.NoData,
        computed.Undefined > 0
            ? $"symbol: {query.Symbol} has no value at any bar: it divides by 0."
            : $"symbol: the symbols of {query.Symbol} have no {query.Interval} bars that open at the same time.");

    private static int DecimalsOf(Formula formula, MarketDataResult[] operands, double newest)
    {
        if (formula.IsSum) return operands.Max(static operand => operand.PriceDecimals);
        double size = Math.Abs(newest);
        int whole = size > 0 ? (int)Math.Floor(Math.Log10(size)) + 1 : 1;
        return Math.Clamp(ShownDigits - whole, FewestDecimals, MostDecimals);
    }

    /// <summary>The operands' zone where they share one, else UTC.</summary>
    private static TimeZoneInfo? ZoneOf(BarSeries[] series) =>
        Array.TrueForAll(series, one => one.ExchangeZone.Id == series[0].ExchangeZone.Id)
            ? series[0].ExchangeZone
            : null;

    private static bool IsClosed(MarketDataResult[] operands, long lastMs) => Array.TrueForAll(
        operands, operand => operand.LastBarClosed || operand.Series.OpenTimesMs[^1] != lastMs);

    private static int MissingWithin(BarSeries first, ReadOnlySpan<Bar> shown)
    {
        int within = 0;
        foreach (long time in first.OpenTimesMs)
        {
            if (time >= shown[0].OpenTimeMs && time <= shown[^1].OpenTimeMs) within++;
        }

        return Math.Max(0, within - shown.Length);
    }

    private static IEnumerable<string> WarningsOf(Formula formula, MarketDataResult[] operands)
    {
        for (int i = 0; i < operands.Length; i++)
        {
            foreach (string warning in operands[i].Warnings) yield return $"{formula.Operands[i]}: {warning}";
            if (operands[i].Series.Count == MostOperandBars)
                yield return $"{formula.Operands[i]}: only its newest {MostOperandBars:N0} bars are used.";
        }
    }

    private static IEnumerable<string> Losses(FormulaBars computed)
    {
        if (computed.Unmatched > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{computed.Unmatched:N0} bars were left out because not every symbol of the formula has one then.");
        }

        if (computed.Undefined > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{computed.Undefined:N0} bars were left out because the formula divides by 0 there.");
        }
    }
}
