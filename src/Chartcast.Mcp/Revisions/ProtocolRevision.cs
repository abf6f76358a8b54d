namespace Chartcast.Mcp.Revisions;

/// <summary>The protocol revisions served, oldest first. Only this file knows their dates.</summary>
internal enum ProtocolRevision
{
    /// <summary>HTTP with one event stream a connection.</summary>
    November2024,

    /// <summary>Streamable HTTP, sessions, batches.</summary>
    March2025,

    /// <summary>No batches; version header; structured content.</summary>
    June2025,

    /// <summary>Priming events, icons, tool errors for bad input.</summary>
    November2025,

    /// <summary>Stateless; every request describes itself.</summary>
    July2026,
}

/// <summary>Revisions and their dates on the wire.</summary>
internal static class ProtocolRevisions
{
    private static readonly string[] Dates = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"];

    /// <summary>The date that names a revision.</summary>
    public static string Date(this ProtocolRevision revision) => Dates[(int)revision];

    /// <summary>Finds the revision a date names.</summary>
    public static bool TryParse(string? date, out ProtocolRevision revision)
    {
        var index = Array.IndexOf(Dates, date);
        revision = (ProtocolRevision)Math.Max(index, 0);
        return index >= 0;
    }
}
