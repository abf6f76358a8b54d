using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.RelativeVolume;

/// <summary>Relative volume: a bar's volume, or its session's so far, as a multiple of the mean at the same time of
/// earlier sessions.</summary>
/// <remarks>A session is a calendar day of the exchange; bars of a day or longer are sessions of their own. Source: the
/// published description of TradingView's built-in "Relative Volume at Time".</remarks>
internal sealed class RelativeVolume
{
    private readonly int _length;
    private readonly bool _isCumulative;
    private readonly TimeZoneInfo? _zone;
    private readonly PeriodClock _sessions;
    private readonly Dictionary<long, Earlier> _byTimeOfDay = [];
    private double _soFar;

    /// <summary>Starts with no session.</summary>
    /// <param name="length">Over how many earlier sessions the mean is taken, 1 or more.</param>
    /// <param name="isCumulative">Whether volumes are summed up since the session's first bar.</param>
    /// <param name="context">Interval and zone of the bars.</param>
    public RelativeVolume(int length, bool isCumulative, in IndicatorContext context)
    {
        _length = length;
        _isCumulative = isCumulative;
        _zone = context.Interval.IsIntraday ? context.ExchangeZone : null;
        _sessions = new PeriodClock(CalendarPeriod.Day, context.Interval, context.ExchangeZone);
    }

    /// <summary>Takes a bar.</summary>
    /// <returns>The ratio; NaN until as many earlier sessions had a bar at that time, where their mean is 0, and where
    /// a volume is not known.</returns>
    public double Next(in Bar bar)
    {
        if (_sessions.Begins(bar.OpenTimeMs)) _soFar = 0;
        _soFar += bar.Volume;
        double volume = _isCumulative ? _soFar : bar.Volume;
        long time = TimeOfDay(bar.OpenTimeMs);
        if (!_byTimeOfDay.TryGetValue(time, out Earlier? earlier))
            _byTimeOfDay[time] = earlier = new Earlier(_length);
        double mean = earlier.Mean;
        earlier.Add(volume);
        return mean == 0 ? double.NaN : volume / mean;
    }

    private long TimeOfDay(long openTimeMs)
    {
        if (_zone is null) return 0;
        DateTime time = DateTime.UnixEpoch.AddMilliseconds(openTimeMs);
        return TimeZoneInfo.ConvertTimeFromUtc(time, _zone).TimeOfDay.Ticks;
    }

    private sealed class Earlier(int length)
    {
        private readonly RollingSum _volumes = new(length);

        public double Mean { get; private set; } = double.NaN;

        public void Add(double volume) => Mean = _volumes.NextMean(volume);
    }
}
