namespace Chartcast.App.Cli;

/// <summary>A state directory for one command alone, so that it never waits for a running server; removed at its
/// end.</summary>
internal sealed class TemporaryState : IDisposable
{
    /// <summary>An absolute path; nothing is there yet.</summary>
    public string Path { get; } =
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), "chartcast-" + System.IO.Path.GetRandomFileName());

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The platform cleans its temporary folder; the picture is written already.
        }
    }
}
