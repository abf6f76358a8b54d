namespace Chartcast.RequestBenchmark.Protocol;

/// <summary>How a client calls.</summary>
internal enum ProtocolEra
{
    /// <summary>MCP 2026-07-28: every request describes itself.</summary>
    Modern,

    /// <summary>MCP 2025-11-25: in a session that <c>initialize</c> opened.</summary>
    Session,
}
