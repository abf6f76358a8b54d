using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Chartcast.ChartImgFake;

/// <summary>What the fake has seen and what it is told to do next.</summary>
public sealed class FakeState(FakeSettings settings, TimeProvider time)
{
    private readonly ConcurrentQueue<FakeAnswer> _script = new();
    private readonly ConcurrentQueue<FakeCall> _calls = new();
    private readonly ConcurrentDictionary<string, KeyCounter> _counters = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> _stored = new(StringComparer.Ordinal);
    private readonly Channel<FakeCall> _arrivals = Channel.CreateUnbounded<FakeCall>();

    /// <summary>What storage answers as the address of a picture; null for the right one.</summary>
    public string? WrongUrl { get; set; }

    /// <summary>Every call of the API so far, oldest first.</summary>
    public IReadOnlyList<FakeCall> Calls => [.. _calls];

    /// <summary>How many calls of the API there were.</summary>
    public int CallCount => _calls.Count;

    /// <summary>Adds answers to the script; when it is empty, answers are right.</summary>
    public void Script(params FakeFault[] faults)
    {
        foreach (FakeFault fault in faults) _script.Enqueue(new FakeAnswer(fault));
    }

    /// <summary>Adds an answer to the script.</summary>
    public void Script(FakeAnswer answer) => _script.Enqueue(answer);

    /// <summary>Waits for the next call; each is given once.</summary>
    public ValueTask<FakeCall> NextCallAsync(CancellationToken cancellationToken) =>
        _arrivals.Reader.ReadAsync(cancellationToken);

    /// <summary>Forgets calls, script and counters.</summary>
    public void Reset()
    {
        _script.Clear();
        _calls.Clear();
        _counters.Clear();
    }

    /// <summary>Keeps a picture and gives the JSON of its endpoint.</summary>
    internal byte[] Store(FakeBody body, FakeRoute route, Uri address)
    {
        byte[] file = body.IsJpeg ? FakePictures.Jpeg(body.Width, body.Height) : FakePictures.Png(body.Width, body.Height);
        string path = $"/stored/{Guid.NewGuid():N}.{(body.IsJpeg ? "jpeg" : "png")}";
        _stored[path] = file;
        string url = WrongUrl ?? new Uri(address, path).AbsoluteUri;
        string expiry = (time.GetUtcNow() + TimeSpan.FromDays(60)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        string etag = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file))[..32];
        return System.Text.Encoding.UTF8.GetBytes((route.Kind, route.IsFirstVersion) switch
        {
            (_, true) => $$"""{"url":"{{url}}","etag":"{{etag}}","size":{{file.Length}},"expireAt":"{{expiry}}","createdAt":"{{expiry}}","cors":"*"}""",
            (FakeRouteKind.Layout, _) => $$"""{"url":"{{url}}","etag":"{{etag}}","size":{{file.Length}},"expire":"{{expiry}}"}""",
            _ => $$"""{"url":"{{url}}","etag":"{{etag}}","expire":"{{expiry}}"}""",
        });
    }

    /// <summary>A stored picture, or null.</summary>
    internal byte[]? StoredOf(string path) => _stored.GetValueOrDefault(path);

    internal void Add(FakeCall call)
    {
        _calls.Enqueue(call);
        _arrivals.Writer.TryWrite(call);
    }

    internal FakeAnswer NextAnswer() => _script.TryDequeue(out FakeAnswer? answer) ? answer : new FakeAnswer(FakeFault.None);

    /// <summary>Takes one request from a key's allowance; gives the words of the refusal, or null.</summary>
    internal string? Take(string key) =>
        _counters.GetOrAdd(key, _ => new KeyCounter(settings.Keys[key], time)).Take();

    private sealed class KeyCounter(FakePlan plan, TimeProvider time)
    {
        private readonly Lock _lock = new();
        private double _tokens = plan.Burst;
        private DateTimeOffset _filledAt = time.GetUtcNow();
        private DateTime _day = time.GetUtcNow().UtcDateTime.Date;
        private int _today;

        public string? Take()
        {
            lock (_lock)
            {
                DateTimeOffset now = time.GetUtcNow();
                _tokens = Math.Min(plan.Burst, _tokens + (now - _filledAt).TotalSeconds * plan.PerSecond);
                _filledAt = now;
                if (_tokens < 1) return "Too Many Requests";
                _tokens--;
                if (now.UtcDateTime.Date != _day) (_day, _today) = (now.UtcDateTime.Date, 0);
                return ++_today > plan.PerDay ? "Limit Exceeded" : null;
            }
        }
    }
}
