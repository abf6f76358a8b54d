using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData.Formulas;

/// <summary>Computes a formula bar by bar.</summary>
/// <remarks>Opens are computed of opens, highs of highs, and so on. The high of a ratio is then no price that was ever
/// reached, and may lie below its low: highs and lows are widened to hold all four. Volume there is none.</remarks>
internal sealed class FormulaBars
{
    private FormulaBars(List<Bar> bars, int unmatched, int undefined)
    {
        Bars = bars;
        Unmatched = unmatched;
        Undefined = undefined;
    }

    /// <summary>The results, oldest first.</summary>
    public List<Bar> Bars { get; }

    /// <summary>How many bars of the first symbol were left out because another symbol has none at that time.</summary>
    public int Unmatched { get; }

    /// <summary>How many were left out because a price of them is no number: divided by 0, or too great.</summary>
    public int Undefined { get; }

    /// <summary>Computes all bars that every operand has.</summary>
    /// <param name="root">The formula.</param>
    /// <param name="operands">The bars of its operands, in their order.</param>
    public static FormulaBars Compute(FormulaNode root, IReadOnlyList<BarSeries> operands)
    {
        BarSeries first = operands[0];
        var bars = new List<Bar>(first.Count);
        var next = new int[operands.Count];
        Span<double> values = stackalloc double[operands.Count];
        int unmatched = 0;
        int undefined = 0;
        for (int i = 0; i < first.Count; i++)
        {
            next[0] = i;
            if (!Advance(operands, next, first.OpenTimesMs[i]))
            {
                unmatched++;
                continue;
            }

            if (TryCompute(root, operands, next, values, out Bar bar)) bars.Add(bar);
            else undefined++;
        }

        return new FormulaBars(bars, unmatched, undefined);
    }

    /// <summary>Brings every operand to a time; false when one has no bar there.</summary>
    private static bool Advance(IReadOnlyList<BarSeries> operands, int[] next, long timeMs)
    {
        bool hasAll = true;
        for (int operand = 1; operand < next.Length; operand++)
        {
            ReadOnlySpan<long> times = operands[operand].OpenTimesMs;
            int at = next[operand];
            while (at < times.Length && times[at] < timeMs) at++;
            next[operand] = at;
            hasAll &= at < times.Length && times[at] == timeMs;
        }

        return hasAll;
    }

    private static bool TryCompute(
        FormulaNode root, IReadOnlyList<BarSeries> operands, int[] at, Span<double> values, out Bar bar)
    {
        for (int i = 0; i < values.Length; i++) values[i] = operands[i].Opens[at[i]];
        double open = root.Value(values);
        for (int i = 0; i < values.Length; i++) values[i] = operands[i].Highs[at[i]];
        double high = root.Value(values);
        for (int i = 0; i < values.Length; i++) values[i] = operands[i].Lows[at[i]];
        double low = root.Value(values);
        for (int i = 0; i < values.Length; i++) values[i] = operands[i].Closes[at[i]];
        double close = root.Value(values);
        double highest = Math.Max(Math.Max(open, high), Math.Max(low, close));
        double lowest = Math.Min(Math.Min(open, high), Math.Min(low, close));
        bar = new Bar(operands[0].OpenTimesMs[at[0]], open, highest, lowest, close, double.NaN);
        // A single NaN makes both of them NaN.
        return double.IsFinite(highest) && double.IsFinite(lowest);
    }
}
