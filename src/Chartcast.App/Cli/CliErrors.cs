using Chartcast.App.Answers;
using Chartcast.App.Configuration;
using Chartcast.App.Failures;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Cli;

/// <summary>The words of every failure on the command line.</summary>
internal static class CliErrors
{
    public static int Write(CliSurroundings io, ConfigurationException exception)
    {
        foreach (SettingFault fault in exception.Faults)
            io.WriteErrorLine(ChartText.OneLine($"chartcast: {fault.Setting}: {fault.Message}"));
        return ExitCodes.Usage;
    }

    public static int Write(CliSurroundings io, ChartError error)
    {
        foreach (string line in LinesOf(error)) io.WriteErrorLine(ChartText.OneLine(line));
        return ExitCodes.Of(error.Code);
    }

    public static int Write(CliSurroundings io, int exitCode, string message)
    {
        io.WriteErrorLine(ChartText.OneLine("chartcast: " + message));
        return exitCode;
    }

    /// <summary>The same as JSON on standard output, for <c>--json</c>.</summary>
    public static int WriteJson(CliSurroundings io, ChartError error)
    {
        ReadOnlyMemory<byte> json = ChartRecordJson.Bytes(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("error"u8);
            FailureJson.Write(writer, Failure.From(error));
            writer.WriteEndObject();
        });
        io.Output.Write(json.Span);
        io.WriteLine("");
        return ExitCodes.Of(error.Code);
    }

    private static IEnumerable<string> LinesOf(ChartError error)
    {
        if (error.Faults.Count == 0) yield return $"chartcast: {error.Message}";
        foreach (FieldFault fault in error.Faults) yield return $"chartcast: {fault.Field} {fault.Message}";
        if (error.Upstream is { } words) yield return $"chartcast: the chart service said: {words}";
        if (error.Suggestions.Count > 0)
            yield return $"chartcast: did you mean {string.Join(", ", error.Suggestions)}?";
        if (error.RetryAfter is { } wait)
            yield return FormattableString.Invariant($"chartcast: try again after {Math.Ceiling(wait.TotalSeconds)} s");
    }
}
