using System.Diagnostics;
using System.Globalization;

namespace Chartcast.RequestBenchmark.Protocol;

/// <summary>One of the servers that are compared.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Endpoint">Where it takes MCP.</param>
/// <param name="ProcessId">Its process.</param>
internal sealed record MeasuredServer(string Name, Uri Endpoint, int ProcessId)
{
    /// <summary>Reads <c>name,endpoint,process</c>; null when it is not that.</summary>
    public static MeasuredServer? Parse(string text) =>
        text.Split(',') is [{ Length: > 0 } name, var endpoint, var process]
            && Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? url) && url.Scheme == Uri.UriSchemeHttp
            && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out int id)
            ? new MeasuredServer(name, url, id)
            : null;

    /// <summary>CPU time of the process until now, all its threads together.</summary>
    public TimeSpan CpuTime()
    {
        using Process process = Process.GetProcessById(ProcessId);
        return process.TotalProcessorTime;
    }
}
