using System.Diagnostics;

namespace Chartcast.Drawing.Tests;

/// <summary>
/// Runs programs that are no part of this project; a test that needs one that is missing is skipped with the reason.
/// </summary>
internal static class ExternalTool
{
    public static void Require(string name)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, name)))) Assert.Skip($"{name} is not installed.");
    }

    public static (int ExitCode, string Output) Run(string name, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
