using Chartcast.App.Engines;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Cli;

/// <summary>Where a picture is written.</summary>
/// <param name="Path">The file; empty for the default name; <c>-</c> for standard output.</param>
/// <param name="EndingFormat">The format its ending says, or null.</param>
internal sealed record OutputFile(string Path, string? EndingFormat)
{
    private const string StandardOutput = "-";

    public bool IsStandardOutput => Path == StandardOutput;

    /// <summary>Reads <c>--output</c>.</summary>
    /// <exception cref="ChartException">It is a directory, lies in none, or has an unknown ending.</exception>
    public static OutputFile Of(string? text)
    {
        if (text is null or StandardOutput) return new OutputFile(text ?? "", null);
        if (text.Length == 0) throw Fault("--output", "is empty: name a file, or - for standard output.");
        string ending = System.IO.Path.GetExtension(text);
        string? format = ending.ToLowerInvariant() switch
        {
            ".png" => "png",
            ".svg" => "svg",
            ".jpg" or ".jpeg" => "jpeg",
            ".webp" => "webp",
            _ => null,
        };
        if (Directory.Exists(text) || System.IO.Path.EndsInDirectorySeparator(text))
            throw Fault("--output", "is a directory: name a file in it.");
        if (ending.Length > 0 && format is null)
            throw Fault("--output", $"ends in {ending}: use .png, .svg, .jpg or .webp.");
        string? folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(text));
        return Directory.Exists(folder)
            ? new OutputFile(text, format)
            : throw Fault("--output", "lies in a folder that does not exist: create it first.");
    }

    /// <summary>An argument of the command line that cannot be used.</summary>
    public static ChartException Fault(string field, string message) => new(new ChartError
    {
        Code = ChartErrorCode.InvalidArgument,
        Message = $"{field} {message}",
        Faults = [new FieldFault(field, message)],
    });

    /// <summary>The same with the default name filled in, such as <c>NASDAQ_AAPL-1D.png</c>.</summary>
    public OutputFile For(ChartRequest request)
    {
        if (Path.Length > 0) return this;
        string symbol = string.Concat(request.Symbol.ToString().Select(
            letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '_'));
        string path = $"{symbol}-{request.Interval}.{PictureLinks.EndingOf(request.Format)}";
        return Directory.Exists(path) ? throw Fault("--output", $"would be {path}, which is a directory: name a file.")
            : this with { Path = path };
    }

    /// <summary>Writes the picture.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.StorageUnavailable"/>; no half file is
    /// left.</exception>
    public void Write(ReadOnlySpan<byte> bytes, Stream standardOutput)
    {
        if (IsStandardOutput)
        {
            standardOutput.Write(bytes);
            standardOutput.Flush();
            return;
        }

        bool isNew = !File.Exists(Path);
        try
        {
            using var file = new FileStream(Path, FileMode.Create, FileAccess.Write);
            file.Write(bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (isNew) TryDelete();
            throw new ChartException(
                ChartErrorCode.StorageUnavailable,
                $"{Path} cannot be written: name another file with --output, or free the disk or its permissions.",
                exception);
        }
    }

    private void TryDelete()
    {
        try
        {
            File.Delete(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be written can often not be deleted either; the first failure is the one that is told.
        }
    }
}
