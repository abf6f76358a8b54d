using System.Globalization;

namespace Chartcast.StartupBenchmark;

/// <summary>Memory of a process in MiB.</summary>
/// <param name="Resident">Its resident set (<c>VmRSS</c>).</param>
/// <param name="Peak">The most that was (<c>VmHWM</c>).</param>
internal readonly record struct ProcessMemory(double Resident, double Peak);

/// <summary>What Linux tells of a process (proc(5)).</summary>
internal static class ProcessFiles
{
    private static readonly TimeSpan RestInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan RestLimit = TimeSpan.FromSeconds(5);

    /// <summary>Processor time of the threads it has, in milliseconds; NaN when it is gone.</summary>
    public static double CpuMs(int processId)
    {
        try
        {
            // Nanoseconds on a processor are the first of three numbers; utime and stime count in steps of 10 ms.
            return Directory.GetDirectories($"/proc/{processId}/task")
                .Sum(thread => long.Parse(
                    File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture))
                / 1e6;
        }
        catch (IOException)
        {
            return double.NaN;
        }
    }

    /// <summary>Its memory once its threads do nothing any more; null when it has ended.</summary>
    public static ProcessMemory? MemoryAtRest(int processId)
    {
        double before = CpuMs(processId);
        for (var waited = TimeSpan.Zero; waited < RestLimit; waited += RestInterval)
        {
            Thread.Sleep(RestInterval);
            double now = CpuMs(processId);
            if (double.IsNaN(now)) return null;
            if (now - before < 0.1) break;
            before = now;
        }

        return ReadMemory(processId);
    }

    private static ProcessMemory? ReadMemory(int processId)
    {
        try
        {
            string[] lines = File.ReadAllLines($"/proc/{processId}/status");
            double Mebibytes(string name) => lines.FirstOrDefault(line => line.StartsWith(name + ":")) is { } line
                ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024.0
                : double.NaN;
            double resident = Mebibytes("VmRSS");
            return double.IsNaN(resident) ? null : new ProcessMemory(resident, Mebibytes("VmHWM"));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
