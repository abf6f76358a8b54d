namespace Chartcast.App.Cli;

/// <summary>Waiting for a token.</summary>
internal static class StopWaiting
{
    /// <summary>Ends when the token fires.</summary>
    public static async Task WaitAsync(this CancellationToken token)
    {
        var fired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration =
            token.UnsafeRegister(static source => ((TaskCompletionSource)source!).TrySetResult(), fired);
        await fired.Task;
    }
}
