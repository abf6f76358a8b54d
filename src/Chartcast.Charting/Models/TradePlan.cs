using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Models;

/// <summary>The numbers of a planned trade, and how it went among the bars.</summary>
internal readonly record struct TradePlan
{
    /// <summary>A position without an end takes at least this share of the chart.</summary>
    private const double LeastShare = 0.1;

    public TradePlan(Chart chart, DrawingSpec drawing)
    {
        IsLong = drawing.Listing.Name == DrawingNames.LongPosition;
        Entry = drawing.Input("entryPrice")!.Value.Number!.Value;
        Target = drawing.Input("targetPrice")!.Value.Number!.Value;
        Stop = drawing.Input("stopPrice")!.Value.Number!.Value;
        AccountSize = drawing.Style("accountSize").Number!.Value;
        LotSize = drawing.Style("lotSize").Number!.Value;
        double risk = drawing.Style("risk").Number!.Value;
        RiskMoney = drawing.Style("riskDisplayMode").Text == "percents" ? AccountSize * risk / 100 : risk;
        StartSlot = chart.Times.BarSlotOf(drawing.Input("startDatetime")!.Value.Time!.Value);
        EndSlot = drawing.Input("endDatetime")?.Time is { } end
            ? chart.Times.BarSlotOf(end)
            : Math.Max(chart.Last, StartSlot + Math.Ceiling((chart.Last - chart.First + 1) * LeastShare));
        if (EndSlot < StartSlot) (StartSlot, EndSlot) = (EndSlot, StartSlot);
        (EntryBar, ExitBar, ExitPrice) = Follow(chart.Bars);
    }

    public bool IsLong { get; }

    public double Entry { get; }

    public double Target { get; }

    public double Stop { get; }

    public double AccountSize { get; }

    public double LotSize { get; }

    /// <summary>What the stop may cost.</summary>
    public double RiskMoney { get; }

    /// <summary>The bar it begins at, or the slot where that would be.</summary>
    public double StartSlot { get; }

    public double EndSlot { get; }

    /// <summary>The first bar from the start on that reaches the entry; −1 when none does.</summary>
    public int EntryBar { get; }

    /// <summary>The bar that reaches target or stop, or the last bar of the plan; −1 when it was not
    /// entered.</summary>
    public int ExitBar { get; }

    /// <summary>Target, stop, or the close of <see cref="ExitBar"/>.</summary>
    public double ExitPrice { get; }

    public double TargetDistance => Math.Abs(Target - Entry);

    public double StopDistance => Math.Abs(Entry - Stop);

    /// <summary>Lots that lose just what may be lost when the stop is reached; NaN without a distance.</summary>
    public double Quantity => StopDistance > 0 ? RiskMoney / (StopDistance * LotSize) : double.NaN;

    /// <summary>Gain at the target for each unit lost at the stop; NaN without a distance.</summary>
    public double RewardToRisk => StopDistance > 0 ? TargetDistance / StopDistance : double.NaN;

    /// <summary>Gain in price so far: at the exit, or at the last bar; 0 when it was not entered.</summary>
    public double OpenProfit => EntryBar < 0 ? 0 : IsLong ? ExitPrice - Entry : Entry - ExitPrice;

    /// <summary>The account after the target is reached.</summary>
    public double AccountAtTarget => AccountSize + Quantity * LotSize * TargetDistance;

    /// <summary>The account after the stop is reached.</summary>
    public double AccountAtStop => AccountSize - Quantity * LotSize * StopDistance;

    /// <summary>A bar that reaches both counts as stopped: which came first is unknown.</summary>
    private (int Entry, int Exit, double Price) Follow(BarSeries bars)
    {
        int first = (int)Math.Clamp(StartSlot, 0, bars.Count);
        int last = (int)Math.Clamp(EndSlot, -1, bars.Count - 1);
        int entry = -1;
        for (int i = first; i <= last; i++)
        {
            double high = bars.Highs[i], low = bars.Lows[i];
            if (entry < 0 && low <= Entry && high >= Entry) entry = i;
            if (entry < 0) continue;
            if (IsLong ? low <= Stop : high >= Stop) return (entry, i, Stop);
            if (IsLong ? high >= Target : low <= Target) return (entry, i, Target);
        }

        bool isKnown = entry >= 0 && double.IsFinite(bars.Closes[last]);
        return isKnown ? (entry, last, bars.Closes[last]) : (-1, -1, double.NaN);
    }
}
