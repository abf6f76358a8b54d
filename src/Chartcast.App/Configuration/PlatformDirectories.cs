namespace Chartcast.App.Configuration;

/// <summary>Where a platform wants programs to keep their data.</summary>
public static class PlatformDirectories
{
    internal const string XdgDataHome = "XDG_DATA_HOME";
    internal const string Home = "HOME";
    internal const string LocalAppData = "LOCALAPPDATA";
    internal const string UserProfile = "USERPROFILE";

    private const string Folder = "chartcast";

    /// <summary>
    /// <c>$XDG_DATA_HOME/chartcast</c>, else <c>~/.local/share/chartcast</c> (XDG Base Directory Specification 0.8),
    /// and
    /// <c>%LOCALAPPDATA%\chartcast</c> on Windows. Nothing is created.
    /// </summary>
    /// <param name="environment">Environment variables by name.</param>
    /// <param name="isWindows">Whether the platform is Windows.</param>
    /// <returns>An absolute path; below the temporary folder when the environment names no home.</returns>
    public static string StateDirectory(IReadOnlyDictionary<string, string> environment, bool isWindows)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (isWindows)
        {
            if (Absolute(environment, LocalAppData) is { } local) return Path.Combine(local, Folder);
            if (Absolute(environment, UserProfile) is { } profile)
                return Path.Combine(profile, "AppData", "Local", Folder);
        }
        else
        {
            // The specification says that a relative XDG_DATA_HOME is to be ignored.
            if (Absolute(environment, XdgDataHome) is { } xdg) return Path.Combine(xdg, Folder);
            if (Absolute(environment, Home) is { } home) return Path.Combine(home, ".local", "share", Folder);
        }

        return Path.Combine(Path.GetTempPath(), Folder);
    }

    private static string? Absolute(IReadOnlyDictionary<string, string> environment, string name) =>
        environment.TryGetValue(name, out string? path) && Path.IsPathFullyQualified(path) ? path : null;
}
