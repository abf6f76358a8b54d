namespace Chartcast.Generation.Tests.Stores;

internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("chartcast-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
