using System.Buffers;
using System.IO.Pipelines;
using Chartcast.Generation.Events;

namespace Chartcast.App.Guide;

/// <summary>Writes one listener's events into its open answer.</summary>
/// <remarks>Kestrel never cuts a client that does not read (its data-rate rule counts all bytes ever written), so a
/// write
/// that stands still for <see cref="WriteDeadline"/> ends the connection here.</remarks>
internal sealed partial class EventStream : IDisposable
{
    /// <summary>How long one write may stand still.</summary>
    public static readonly TimeSpan WriteDeadline = TimeSpan.FromSeconds(5);

    private readonly HttpContext _context;
    private readonly string _clientId;
    private readonly EventHub _hub;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private ITimer? _deadline;

    public EventStream(
        HttpContext context, string clientId, EventHub hub, TimeProvider time, ILogger logger)
    {
        _context = context;
        _clientId = clientId;
        _hub = hub;
        _time = time;
        _logger = logger;
    }

    /// <summary>Writes until the stream ends, the listener leaves or is dropped.</summary>
    /// <param name="subscription">The events.</param>
    /// <param name="gone">Fires when the listener has left or may not listen any longer.</param>
    public async Task RunAsync(EventSubscription subscription, CancellationToken gone)
    {
        PipeWriter output = _context.Response.BodyWriter;
        try
        {
            while (true)
            {
                ReadOnlySequence<byte> bytes = await subscription.ReadAsync(gone);
                if (bytes.IsEmpty) break;
                foreach (ReadOnlyMemory<byte> piece in bytes) output.Write(piece.Span);
                FlushResult result = await FlushAsync(output, gone);
                if (result.IsCompleted) return;
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The listener left; the hub logs it when the subscription is disposed.
        }

        if (subscription.State == StreamState.FellBehind) _context.Abort();
    }

    public void Dispose() => _deadline?.Dispose();

    private ValueTask<FlushResult> FlushAsync(PipeWriter output, CancellationToken gone)
    {
        ValueTask<FlushResult> flush = output.FlushAsync(gone);
        return flush.IsCompleted ? flush : WatchAsync(flush);
    }

    private async ValueTask<FlushResult> WatchAsync(ValueTask<FlushResult> flush)
    {
        _deadline ??= _time.CreateTimer(
            static stream => ((EventStream)stream!).Cut(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _deadline.Change(WriteDeadline, Timeout.InfiniteTimeSpan);
        try
        {
            return await flush;
        }
        finally
        {
            _deadline.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private void Cut()
    {
        _hub.NoteStalled();
        LogCut(_clientId, WriteDeadline.TotalSeconds);
        _context.Abort();
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Stream cut for {ClientId}: it did not read for {Seconds} s")]
    private partial void LogCut(string clientId, double seconds);
}
