namespace Chartcast.Mcp.Dispatch;

/// <summary>Bounds of what strangers can make a server hold or do. Every default is meant for production.</summary>
public sealed record McpLimits
{
    /// <summary>Largest HTTP body in bytes; 1 MiB by default. Beyond it: 413.</summary>
    public int MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Longest line on standard input in bytes, without its end; 4 MiB by default.</summary>
    public int MaxLineBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Deepest nesting of a message; 32 by default.</summary>
    public int MaxJsonDepth { get; init; } = 32;

    /// <summary>Longest request id that is a string, in characters; 256 by default.</summary>
    public int MaxIdLength { get; init; } = 256;

    /// <summary>
    /// Open legacy sessions, connections of the 2024-11-05 transport among them; 1,000 by default. Beyond it: 503 with
    /// <c>Retry-After</c>.
    /// </summary>
    public int MaxSessions { get; init; } = 1000;

    /// <summary>How long a session may rest without a request or an open stream; 30 minutes by default.</summary>
    public TimeSpan SessionIdleTime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Requests running at once in one session, on one pipe or one connection; 32 by default.</summary>
    public int MaxCallsInFlight { get; init; } = 32;

    /// <summary>
    /// Requests without a session running at once; 1,000 by default. Beyond it: 503 with <c>Retry-After</c>.
    /// </summary>
    public int MaxStatelessRequests { get; init; } = 1000;

    /// <summary>Streams one session may have at once; 64 by default, finished ones make room first.</summary>
    public int MaxStreamsPerSession { get; init; } = 64;

    /// <summary>Events kept per stream for resumption; 256 by default.</summary>
    public int MaxEventsPerStream { get; init; } = 256;

    /// <summary>Bytes kept per session for resumption; 1 MiB by default. The newest event is always kept.</summary>
    public int MaxBytesPerSession { get; init; } = 1024 * 1024;

    /// <summary>
    /// Bytes that may wait for the reader of a connection of the 2024-11-05 transport; 4 MiB by default. When a message
    /// comes to more than that, the connection is cut.
    /// </summary>
    public int MaxUnreadBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How long a finished stream can still be resumed; 2 minutes by default.</summary>
    public TimeSpan ResumptionTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Quiet time after which an event stream gets a comment line; 15 seconds by default.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a request's event stream stays on one connection, where the client then comes back for the rest
    /// (2025-11-25); 5 minutes by default, less than most proxies allow.
    /// </summary>
    public TimeSpan LongestConnection { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one write to a client may take before its connection is cut; 5 seconds by default.</summary>
    public TimeSpan WriteDeadline { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long running requests may go on after a pipe's input ended; 1.5 seconds by default.</summary>
    public TimeSpan PipeGraceTime { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Resources one session or one listening client may subscribe to; 100 by default.</summary>
    public int MaxSubscriptions { get; init; } = 100;

    /// <summary>Tasks kept at once; 1,000 by default. Beyond it calls are answered as without tasks.</summary>
    public int MaxTasks { get; init; } = 1000;

    /// <summary>How long a task is kept from its creation; 10 minutes by default. One that still runs then is
    /// cancelled.</summary>
    public TimeSpan TaskLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a person may take to answer a question; 10 minutes by default.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long HTTP requests may go on after the server was told to stop, before they are cancelled and answered with
    /// an error; 1.5 seconds by default.
    /// </summary>
    public TimeSpan StopGraceTime { get; init; } = TimeSpan.FromSeconds(1.5);
}
