namespace Chartcast.Mcp.Revisions;

/// <summary>What <c>initialize</c> settles on, for front doors that answer it themselves.</summary>
public static class Handshake
{
    /// <summary>The revision's date that answers a client's wish: the same when it is served, else the newest that has
    /// the handshake.</summary>
    /// <param name="wished">The client's <c>protocolVersion</c>, from anyone; null when it names none.</param>
    public static string AnswerTo(string? wished) => RevisionRules.Negotiate(wished).Date();
}
