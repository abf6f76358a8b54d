using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Models;

/// <summary>Walks along the lines of a Kagi chart and tells thick from thin: thick once the price has passed the
/// shoulder before, thin once it has passed the waist before.</summary>
internal struct KagiPhase
{
    private double _shoulder = double.NaN;
    private double _waist = double.NaN;

    public KagiPhase(BarSeries bars) => IsUp = bars.Closes[0] >= bars.Opens[0];

    /// <summary>Whether the line is thick where the walk has come to.</summary>
    public bool IsUp { get; private set; }

    /// <summary>Whether the last line is thick at its end.</summary>
    public static bool IsUpAtEnd(BarSeries bars)
    {
        var phase = new KagiPhase(bars);
        for (int i = 0; i < bars.Count; i++) phase.Next(bars.Opens[i], bars.Closes[i], out _);
        return phase.IsUp;
    }

    /// <summary>Goes along one line; true when it changes on its way.</summary>
    /// <param name="open">Where the line turned.</param>
    /// <param name="close">Where the next one turns.</param>
    /// <param name="change">The price at which it changes; its end when it does not.</param>
    public bool Next(double open, double close, out double change)
    {
        bool turnsUp = !IsUp && close > _shoulder && open <= _shoulder;
        bool turnsDown = IsUp && close < _waist && open >= _waist;
        change = turnsUp ? _shoulder : turnsDown ? _waist : close;
        if (turnsUp || turnsDown) IsUp = !IsUp;
        // Where a line ends is the shoulder or the waist the next ones are compared with.
        if (close > open) _shoulder = close;
        else _waist = close;
        return turnsUp || turnsDown;
    }
}
