namespace Chartcast.App.Logs;

/// <summary>One thing to log.</summary>
/// <param name="Level">How grave it is.</param>
/// <param name="Category">Who says it: a type's full name.</param>
/// <param name="Message">What happened.</param>
/// <param name="Exception">What was thrown, or null.</param>
public sealed record LogRecord(LogLevel Level, string Category, string Message, Exception? Exception)
{
    /// <summary>The named parts of the message.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Values { get; init; } = [];
}
