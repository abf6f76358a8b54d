namespace Chartcast.App.Logs;

/// <summary>Makes loggers of one provider, and lets some say less than others.</summary>
/// <param name="provider">Writes the lines; disposed with the factory, and so writes to the end.</param>
/// <param name="minimums">Least levels by category; each holds for the categories below it too, and the one that names
/// most of a category wins. What none names has the provider's own.</param>
public sealed class LineLoggerFactory(LineLoggerProvider provider, IReadOnlyDictionary<string, LogLevel> minimums)
    : ILoggerFactory
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName)
    {
        ArgumentNullException.ThrowIfNull(categoryName);
        string? named = null;
        foreach (string category in minimums.Keys)
        {
            bool holds = categoryName == category || categoryName.StartsWith(category + ".", StringComparison.Ordinal);
            if (holds && category.Length > (named?.Length ?? 0)) named = category;
        }

        return provider.CreateLogger(categoryName, named is null ? LogLevel.Trace : minimums[named]);
    }

    /// <summary>There is one provider.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("The lines of this program go to one place.");

    /// <summary>Writes what waits.</summary>
    public void Dispose() => provider.Dispose();
}
