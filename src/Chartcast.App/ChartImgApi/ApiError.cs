using System.Text.Json;

namespace Chartcast.App.ChartImgApi;

/// <summary>One wrong field.</summary>
/// <param name="Value">What was sent there; null when nothing was, or when it is too long to be repeated.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Param">The path, such as <c>studies[0].name</c>.</param>
internal sealed record FieldError(JsonElement? Value, string Message, string Param);

/// <summary>An error as Chart-IMG words it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">Its words, under <c>message</c>.</param>
internal sealed record ApiError(int Status, string Message)
{
    /// <summary>The words v1 has for it under <c>error</c>; null where it says <see cref="Message"/> too.</summary>
    public string? V1Message { get; init; }

    /// <summary>Every wrong field; with any, the answer is a list of them and <see cref="Message"/> is not
    /// told.</summary>
    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    /// <summary>How long to wait; null to say nothing, as Chart-IMG does.</summary>
    public int? RetryAfterSeconds { get; init; }
}

/// <summary>A call that ends in an error.</summary>
internal sealed class ApiException(ApiError error, Exception? inner = null) : Exception(error.Message, inner)
{
    /// <summary>What is answered.</summary>
    public ApiError Error { get; } = error;
}
