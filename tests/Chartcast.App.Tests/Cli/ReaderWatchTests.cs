using System.IO.Pipes;
using Chartcast.App.Cli;

namespace Chartcast.App.Tests.Cli;

public sealed class ReaderWatchTests
{
    [Fact]
    public async Task Gone_Fires_WhenTheReaderCloses_ThoughNothingIsWritten()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no poll.");
        using var reader = new AnonymousPipeServerStream(PipeDirection.In);
        using var writer = new AnonymousPipeClientStream(PipeDirection.Out, reader.ClientSafePipeHandle);
        using var watch = new ReaderWatch((int)writer.SafePipeHandle.DangerousGetHandle());
        var gone = new TaskCompletionSource();
        await using CancellationTokenRegistration told = watch.Gone.Register(gone.SetResult);
        Assert.False(watch.Gone.IsCancellationRequested);

        reader.Dispose();

        await gone.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Dispose_IsQuiet_WhileTheReaderIsThere()
    {
        using var reader = new AnonymousPipeServerStream(PipeDirection.In);
        var watch = new ReaderWatch((int)reader.ClientSafePipeHandle.DangerousGetHandle());
        watch.Dispose();
        reader.DisposeLocalCopyOfClientHandle();
    }
}
