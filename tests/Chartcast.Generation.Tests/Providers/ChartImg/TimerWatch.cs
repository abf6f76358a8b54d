using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Generation.Tests.Providers.ChartImg;

/// <summary>A fake clock that tells which timers are set, so that a test moves it when, and only when, somebody waits.</summary>
internal sealed class TimerWatch(DateTimeOffset start) : TimeProvider
{
    private readonly FakeTimeProvider _time = new(start);
    private readonly Channel<TimeSpan> _set = Channel.CreateUnbounded<TimeSpan>();

    public override long TimestampFrequency => _time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _time.GetUtcNow();

    public override long GetTimestamp() => _time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = _time.CreateTimer(callback, state, dueTime, period);
        _set.Writer.TryWrite(dueTime);
        return new WatchedTimer(timer, _set.Writer);
    }

    public void Advance(TimeSpan by) => _time.Advance(by);

    /// <summary>Waits until a timer of at least and at most these is set, and gives its length.</summary>
    public async Task<TimeSpan> NextTimerAsync(TimeSpan atLeast, TimeSpan atMost, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan due = await _set.Reader.ReadAsync(cancellationToken);
            if (due >= atLeast && due <= atMost) return due;
        }
    }

    private sealed class WatchedTimer(ITimer timer, ChannelWriter<TimeSpan> set) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool changed = timer.Change(dueTime, period);
            set.TryWrite(dueTime);
            return changed;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
