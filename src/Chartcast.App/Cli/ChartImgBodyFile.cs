using System.Text.Json;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.AdvancedCharts;

namespace Chartcast.App.Cli;

/// <summary>A file with the body of a Chart-IMG v2 <c>advanced-chart</c> request.</summary>
/// <param name="standardInput">Standard input.</param>
/// <param name="path">The file; <c>-</c> for standard input.</param>
internal sealed class ChartImgBodyFile(Stream standardInput, string path)
{
    private const string Option = "--chart-img-body";
    private const string StandardInput = "-";
    private const int LargestFile = 1_048_576;

    /// <summary>Reads the request; an empty file is a request without a body, which has every default.</summary>
    /// <param name="endingFormat">The format the ending of the output says, or null.</param>
    /// <exception cref="ChartException">The file cannot be read, is no JSON, or asks for what cannot be
    /// drawn.</exception>
    public ChartRequest Read(string? endingFormat)
    {
        using MemoryStream text = ReadText();
        if (text.ToArray().All(static one => char.IsWhiteSpace((char)one))) return ReadBody(default, endingFormat);
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return ReadBody(document.RootElement, endingFormat);
        }
        catch (JsonException exception)
        {
            string place = FormattableString.Invariant(
                $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
            throw OutputFile.Fault(Option, $"is no JSON, from {place} on.");
        }
    }

    private static ChartRequest ReadBody(JsonElement body, string? endingFormat)
    {
        if (endingFormat is null) return AdvancedChartReader.Read(body);
        bool contradicts = body.ValueKind == JsonValueKind.Object
            && body.TryGetProperty("format"u8, out JsonElement format)
            && format.ValueKind == JsonValueKind.String
            && !format.ValueEquals(endingFormat);
        return contradicts
            ? throw OutputFile.Fault("--output", "has another ending than the body's format: leave one of them out.")
            : AdvancedChartReader.Read(body, endingFormat);
    }

    private MemoryStream ReadText()
    {
        try
        {
            if (path == StandardInput) return ReadAtMost(standardInput);
            using FileStream file = File.OpenRead(path);
            return ReadAtMost(file);
        }
        catch (Exception exception) when (
            exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw OutputFile.Fault(Option, "cannot be read: name a JSON file, or - for standard input.");
        }
    }

    private static MemoryStream ReadAtMost(Stream source)
    {
        var text = new MemoryStream();
        var buffer = new byte[8_192];
        int read;
        while ((read = source.Read(buffer)) > 0)
        {
            text.Write(buffer, 0, read);
            if (text.Length > LargestFile) throw OutputFile.Fault(Option, $"is longer than {LargestFile} bytes.");
        }

        text.Position = 0;
        return text;
    }
}
