namespace Chartcast.SystemTests.Processes;

/// <summary>What Linux tells of a running process (proc(5)).</summary>
public static class ProcessFacts
{
    private const string Listening = "0A";

    /// <summary>The sockets it listens on or receives datagrams with, as lines of <c>/proc/net</c>.</summary>
    public static IReadOnlyList<string> OpenPorts(int processId)
    {
        HashSet<string> own = [.. Directory.GetFiles($"/proc/{processId}/fd").Select(InodeOf).OfType<string>()];
        return
        [
            .. Sockets(processId, "tcp").Concat(Sockets(processId, "tcp6")).Where(socket => socket.State == Listening)
                .Concat(Sockets(processId, "udp")).Concat(Sockets(processId, "udp6"))
                .Where(socket => own.Contains(socket.Inode)).Select(socket => socket.Line),
        ];
    }

    /// <summary>Whether a file of this name is mapped into its memory, as loaded assemblies are.</summary>
    public static bool HasMapped(int processId, string fileName) =>
        File.ReadLines($"/proc/{processId}/maps").Any(line => line.EndsWith("/" + fileName, StringComparison.Ordinal));

    private static IEnumerable<(string Inode, string State, string Line)> Sockets(int processId, string protocol)
    {
        string table = $"/proc/{processId}/net/{protocol}";
        if (!File.Exists(table)) yield break;
        foreach (string line in File.ReadLines(table).Skip(1))
        {
            string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            yield return (fields[9], fields[3], line);
        }
    }

    private static string? InodeOf(string descriptor)
    {
        const string Prefix = "socket:[";
        string? target = new FileInfo(descriptor).LinkTarget;
        return target?.StartsWith(Prefix, StringComparison.Ordinal) == true ? target[Prefix.Length..^1] : null;
    }
}
