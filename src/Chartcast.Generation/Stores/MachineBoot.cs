namespace Chartcast.Generation.Stores;

/// <summary>Tells one run of the machine from the next: what the disk did not have yet is lost between two.</summary>
internal static class MachineBoot
{
    private const string LinuxId = "/proc/sys/kernel/random/boot_id";

    /// <summary>The id of this run; another one each time where the system gives none.</summary>
    public static string Id()
    {
        try
        {
            return File.ReadAllText(LinuxId).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Guid.NewGuid().ToString();
        }
    }
}
