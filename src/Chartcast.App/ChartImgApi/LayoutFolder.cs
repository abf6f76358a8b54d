using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Chartcast.App.ChartImgApi;

/// <summary>Layouts: files <c>{id}.json</c> of one folder, each the body of an advanced chart.</summary>
/// <remarks>Read anew with every call, so that an edited layout counts at once. Links are not followed, and what is
/// empty, such as a pipe, is not opened.</remarks>
internal sealed partial class LayoutFolder(string? folder, ILogger logger)
{
    private const int LargestFile = 65_536;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32,
        AllowDuplicateProperties = false,
    };

    /// <summary>Whether a text can be the id of a layout: letters and digits alone, so that it can be no
    /// path.</summary>
    public static bool IsId(string id) => Id().IsMatch(id);

    /// <summary>Reads a layout; the caller disposes the document.</summary>
    /// <returns>The layout; null when there is none of this id.</returns>
    /// <exception cref="ApiException">The file cannot be read, or is no JSON object.</exception>
    public async ValueTask<JsonDocument?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (folder is null || !IsId(id)) return null;
        var file = new FileInfo(Path.Combine(folder, id + ".json"));
        if (!file.Exists || file.LinkTarget is not null || file.Length == 0) return null;
        try
        {
            if (file.Length > LargestFile) throw Broken(id, "it is longer than 64 KiB");
            byte[] bytes = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            return Parse(id, bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Broken(id, exception.Message);
        }
    }

    /// <summary>The error of a layout that cannot be drawn; the log says why.</summary>
    public ApiException Broken(string id, string why)
    {
        LogBroken(id, why);
        return new ApiException(ApiErrors.SomethingWentWrong);
    }

    private JsonDocument Parse(string id, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (!Utf8.IsValid(bytes.Span)) throw Broken(id, "it is not UTF-8");
        try
        {
            JsonDocument document = JsonDocument.Parse(bytes, Lenient);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
            throw Broken(id, "it is no JSON object");
        }
        catch (JsonException exception)
        {
            throw Broken(id, $"it is no JSON, near line {exception.LineNumber + 1}, or has a name twice");
        }
        catch (InvalidOperationException)
        {
            throw Broken(id, "a name holds half a character");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The layout {Id} cannot be used: {Reason}")]
    private partial void LogBroken(string id, string reason);

    [GeneratedRegex(@"\A[A-Za-z0-9]{1,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
