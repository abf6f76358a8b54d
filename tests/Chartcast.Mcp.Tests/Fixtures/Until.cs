namespace Chartcast.Mcp.Tests.Fixtures;

/// <summary>Waiting for what nobody announces.</summary>
internal static class Until
{
    /// <summary>When a test that hangs is given up, in milliseconds.</summary>
    public const int Limit = 60_000;

    /// <summary>Looks again and again, until it is so or the test is given up.</summary>
    public static async Task TrueAsync(Func<bool> isSo, Action? meanwhile = null)
    {
        while (!isSo())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            meanwhile?.Invoke();
            await Task.Yield();
        }
    }

    /// <summary>Looks again and again, until it is so or the test is given up.</summary>
    public static async Task TrueAsync(Func<Task<bool>> isSo, Action? meanwhile = null)
    {
        while (!await isSo())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            meanwhile?.Invoke();
            await Task.Yield();
        }
    }
}
