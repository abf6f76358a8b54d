using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;

namespace Chartcast.App.Dashboard;

/// <summary>A file of the page, as the program carries it.</summary>
/// <param name="Bytes">Its content.</param>
/// <param name="MediaType">Its type, with the character set.</param>
/// <param name="EntityTag">A strong entity tag, in quotes: another content has another one.</param>
internal sealed record DashboardFile(byte[] Bytes, string MediaType, string EntityTag)
{
    private const string Prefix = "Chartcast.App.Dashboard.";

    private static readonly Assembly Carrier = typeof(DashboardFile).Assembly;
    private static readonly ConcurrentDictionary<string, DashboardFile> Read = new(StringComparer.Ordinal);

    /// <summary>The names of all files.</summary>
    public static IEnumerable<string> Names => Carrier.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]);

    /// <summary>Finds a file by a name from anyone; null when there is none.</summary>
    public static DashboardFile? Find(string name)
    {
        if (Read.TryGetValue(name, out DashboardFile? known)) return known;
        using Stream? stream = MediaTypeOf(name) is null ? null : Carrier.GetManifestResourceStream(Prefix + name);
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return Read.GetOrAdd(name, new DashboardFile(bytes, MediaTypeOf(name)!, $"\"{hash}\""));
    }

    private static string? MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => null,
    };
}
