namespace Chartcast.Mcp.Revisions;

/// <summary>What differs between revisions, as questions.</summary>
internal static class RevisionRules
{
    /// <summary>What <c>initialize</c> settles on when the client's wish is unknown or has no handshake.</summary>
    public const ProtocolRevision NewestLegacy = ProtocolRevision.November2025;

    /// <summary>
    /// The revisions a request may name in its own metadata; the list <c>server/discover</c> gives too.
    /// </summary>
    public static IReadOnlyList<string> ModernDates { get; } = [ProtocolRevision.July2026.Date()];

    /// <summary>Whether requests describe themselves and no session exists.</summary>
    public static bool IsModern(this ProtocolRevision revision) => revision >= ProtocolRevision.July2026;

    /// <summary>Whether a POST may carry an array of messages (2025-03-26 only; removed by its successor).</summary>
    public static bool HasBatches(this ProtocolRevision revision) => revision == ProtocolRevision.March2025;

    /// <summary>
    /// Whether streams open with an empty event, and a connection may close before its stream ends because clients
    /// come back for the rest (SEP-1699); older clients fail on an empty event.
    /// </summary>
    public static bool HasPolling(this ProtocolRevision revision) => revision == ProtocolRevision.November2025;

    /// <summary>Whether a tool's content may hold links to resources.</summary>
    public static bool HasResourceLinks(this ProtocolRevision revision) => revision >= ProtocolRevision.June2025;

    /// <summary>Whether content may hold sounds.</summary>
    public static bool HasAudio(this ProtocolRevision revision) => revision >= ProtocolRevision.March2025;

    /// <summary>Whether a date names a revision that starts with <c>initialize</c>.</summary>
    public static bool IsLegacyDate(string? date) =>
        ProtocolRevisions.TryParse(date, out var revision) && !revision.IsModern();

    /// <summary>Whether a date names a revision whose requests describe themselves.</summary>
    public static bool IsModernDate(string? date) =>
        ProtocolRevisions.TryParse(date, out var revision) && revision.IsModern();

    /// <summary>What <c>initialize</c> answers to a wish: the same revision when it has the handshake.</summary>
    public static ProtocolRevision Negotiate(string? wished) =>
        ProtocolRevisions.TryParse(wished, out var revision) && !revision.IsModern() ? revision : NewestLegacy;
}
