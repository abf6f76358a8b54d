using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Chartcast.Mcp.Security;

/// <summary>Who calls, as authenticated, and what it may do.</summary>
public sealed record Caller
{
    private const int SubjectBytes = 16;

    /// <summary>Whoever calls where no authentication is set up, such as over a pipe: may do and see all.</summary>
    public static Caller Anyone { get; } = new() { Access = Access.Write, SeesAll = true };

    /// <summary>Whoever calls a route that is open although authentication is set up: may do and see nothing.</summary>
    public static Caller Nobody { get; } = new();

    /// <summary>
    /// Who it is: the same for all tokens of one subject of one issuer, never the same for two; null without
    /// authentication. A short text of letters, digits, <c>-</c> and <c>_</c> that does not tell the subject's name.
    /// </summary>
    public string? Subject { get; init; }

    /// <summary>What it may do.</summary>
    public Access Access { get; init; }

    /// <summary>Whether it sees what others made, too.</summary>
    public bool SeesAll { get; init; }

    /// <summary>When its token expires; null when it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whose things it is shown: its subject's; null for everyone's.</summary>
    public string? SeesOnly => SeesAll ? null : Subject ?? string.Empty;

    /// <summary>Who sent a request.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The caller; <see cref="Anyone"/> where no authentication is set up.</returns>
    public static Caller Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<Caller>() ?? Anyone;
    }

    /// <summary>Whether it may do something.</summary>
    /// <param name="needed">What that needs.</param>
    /// <returns>True when it may.</returns>
    public bool May(Access needed) => Access >= needed;

    /// <summary>Names the subject of an issuer; equal subjects of two issuers have two names.</summary>
    internal static string SubjectOf(string issuer, string subject)
    {
        // An issuer has no blank in it, so the pair can be read back in one way only.
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer} {subject}"));
        return System.Buffers.Text.Base64Url.EncodeToString(digest.AsSpan(0, SubjectBytes));
    }
}
