namespace Chartcast.SystemTests.Processes;

/// <summary>A folder that goes with the test.</summary>
public sealed class ScratchFolder : IDisposable
{
    public ScratchFolder() => Path = Directory.CreateTempSubdirectory("chartcast-test-").FullName;

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A killed server's last file may still be closing; the system's clean-up takes the rest.
        }
    }
}
