using System.Text.Json;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Guide;

/// <summary>A request of the plain endpoints that is answered with a JSON-RPC error.</summary>
public sealed class GuideException : Exception
{
    /// <summary>Names the error.</summary>
    /// <param name="status">The HTTP status: 400 and above for messages that are none, 200 for answers to a
    /// request.</param>
    /// <param name="code">The JSON-RPC code.</param>
    /// <param name="message">One sentence, fit for strangers.</param>
    public GuideException(int status, int code, string message)
        : base(message)
    {
        Status = status;
        Code = code;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The JSON-RPC code.</summary>
    public int Code { get; }

    /// <summary>The request's id, where it could be read.</summary>
    public JsonElement? Id { get; init; }

    /// <summary><c>data</c> as one sentence, or null.</summary>
    public string? Words { get; init; }

    /// <summary>All faults by field, for <c>data.faults</c>.</summary>
    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>The nearest names, for <c>data.suggestions</c>.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}
