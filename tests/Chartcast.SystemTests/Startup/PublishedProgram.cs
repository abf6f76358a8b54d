using System.Diagnostics;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Startup;

/// <summary>The program as <c>build/publish.sh</c> makes it, made once for all tests that want it.</summary>
public sealed class PublishedProgram : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    private readonly ScratchFolder _folder = new();

    public string Path => _folder.File("chartcast");

    private static bool IsLongRun => Environment.GetEnvironmentVariable("CHARTCAST_LONG_TESTS") == "1";

    /// <summary>Skips the test in usual runs.</summary>
    public static void Require() => Assert.SkipUnless(IsLongRun, "publishing takes minutes: run ./test.sh --long");

    public async ValueTask InitializeAsync()
    {
        if (IsLongRun) await PublishAsync("linux-x64", _folder.Path);
    }

    /// <summary>Publishes into a folder.</summary>
    /// <param name="arguments">Of <c>build/publish.sh</c>.</param>
    public static async Task PublishAsync(params string[] arguments)
    {
        using Process publish = Command.Start(
            "bash", [System.IO.Path.Combine(Checkout.Root, "build", "publish.sh"), .. arguments]);
        publish.StandardInput.Close();
        Task<string> output = publish.StandardOutput.ReadToEndAsync();
        Task<string> errors = publish.StandardError.ReadToEndAsync();
        await publish.WaitForExitAsync().WaitAsync(Limit);
        Assert.True(publish.ExitCode == 0, await output + await errors);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
