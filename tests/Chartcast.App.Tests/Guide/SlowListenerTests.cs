using System.IO.Pipelines;
using Chartcast.App.Guide;
using Chartcast.App.Tests.Doubles;
using Chartcast.Generation.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Chartcast.App.Tests.Guide;

public sealed class SlowListenerTests
{
    [Fact]
    public async Task Stream_IsCut_WhenTheListenerDoesNotRead()
    {
        await using TestApp app = await TestApp.StartAsync();
        var context = new DefaultHttpContext();
        using var lifetime = new Lifetime();
        context.Features.Set<IHttpRequestLifetimeFeature>(lifetime);
        context.Features.Set<IHttpResponseBodyFeature>(new StuckBody());
        using EventSubscription subscription = app.Engine.Events.Subscribe(EventFilter.All, "slow");
        using var stream = new EventStream(context, "slow", app.Engine.Events, app.Time, app.Loggers.CreateLogger("test"));
        Task run = stream.RunAsync(subscription, context.RequestAborted);
        app.Time.Advance(EventStream.WriteDeadline - TimeSpan.FromMilliseconds(1));
        Assert.False(lifetime.RequestAborted.IsCancellationRequested);
        app.Time.Advance(TimeSpan.FromMilliseconds(1));
        await run.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(lifetime.RequestAborted.IsCancellationRequested);
        Assert.Contains("Stream cut for slow", app.Log.Text);
        Assert.Equal(1, app.Engine.Events.StalledCount);
    }

    private sealed class Lifetime : IHttpRequestLifetimeFeature, IDisposable
    {
        private readonly CancellationTokenSource _aborted = new();

        public CancellationToken RequestAborted
        {
            get => _aborted.Token;
            set => throw new NotSupportedException();
        }

        public void Abort() => _aborted.Cancel();

        public void Dispose() => _aborted.Dispose();
    }

    private sealed class StuckBody : IHttpResponseBodyFeature
    {
        public Stream Stream => Stream.Null;

        public PipeWriter Writer { get; } = new StuckWriter();

        public Task CompleteAsync() => Task.CompletedTask;

        public void DisableBuffering()
        {
        }

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }

    private sealed class StuckWriter : PipeWriter
    {
        private readonly byte[] _buffer = new byte[64 * 1024];

        public override void Advance(int bytes)
        {
        }

        public override void CancelPendingFlush()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }

        public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return default;
        }

        public override Memory<byte> GetMemory(int sizeHint = 0) => _buffer;

        public override Span<byte> GetSpan(int sizeHint = 0) => _buffer;
    }
}
