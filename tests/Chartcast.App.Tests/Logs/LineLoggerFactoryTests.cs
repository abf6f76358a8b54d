using System.Text;
using Chartcast.App.Logs;
using Microsoft.Extensions.Logging;

namespace Chartcast.App.Tests.Logs;

public sealed class LineLoggerFactoryTests
{
    private static readonly Dictionary<string, LogLevel> Minimums = new()
    {
        ["Library"] = LogLevel.Warning,
        ["Library.Hosting"] = LogLevel.None,
        ["Library.Chatty"] = LogLevel.Debug,
    };

    [Theory]
    [InlineData("Own", LogLevel.Information, true)]
    [InlineData("Own", LogLevel.Debug, false)]
    [InlineData("Library", LogLevel.Information, false)]
    [InlineData("Library", LogLevel.Warning, true)]
    [InlineData("Library.Part", LogLevel.Information, false)]
    [InlineData("Librarian", LogLevel.Information, true)]
    [InlineData("Library.Hosting", LogLevel.Critical, false)]
    [InlineData("Library.Hosting.Deeper", LogLevel.Critical, false)]
    [InlineData("Library.Chatty", LogLevel.Information, true)]
    [InlineData("Library.Chatty", LogLevel.Debug, false)]
    public void Category_HasTheLevelOfItsNearestName_AndNeverLessThanTheProviders(
        string category, LogLevel level, bool isWritten)
    {
        using var output = new MemoryStream();
        using (LineLoggerFactory factory = Factory(output))
        {
            ILogger logger = factory.CreateLogger(category);
            Assert.Equal(isWritten, logger.IsEnabled(level));
            logger.Log(level, default, "words", null, static (words, _) => words);
        }

        Assert.Equal(isWritten, Encoding.UTF8.GetString(output.ToArray()).Contains("words", StringComparison.Ordinal));
    }

    [Fact]
    public void AddProvider_IsRefused()
    {
        using LineLoggerFactory factory = Factory(Stream.Null);
        using LineLoggerProvider other = Provider(Stream.Null);
        Assert.Throws<NotSupportedException>(() => factory.AddProvider(other));
    }

    private static LineLoggerFactory Factory(Stream output) => new(Provider(output), Minimums);

    private static LineLoggerProvider Provider(Stream output) =>
        new(output, new LogLineFormat(isJson: false, [], TimeProvider.System), LogLevel.Information);
}
