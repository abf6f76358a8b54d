using System.Globalization;
using Chartcast.RequestBenchmark.Protocol;

namespace Chartcast.RequestBenchmark;

/// <summary>What to measure.</summary>
internal sealed record BenchmarkOptions
{
    public const string Usage =
        """
        Chartcast.RequestBenchmark --url http://127.0.0.1:3001 [--symbol DEMO:BENCH] [--seconds 5] [--runs 5] [--pid N]
          --symbol  what is drawn: 800 × 600, 300 daily bars, volume, SMA 20, SMA 50, RSI 14, PNG inline
          --seconds how long one run takes, after a warm-up of the same length
          --runs    how many runs; the table shows their median, least and most
          --pid     the server's process, to measure its CPU time a request

        Chartcast.RequestBenchmark --mcp modern|session --server "name,http://127.0.0.1:3001/mcp,pid" [--server …]
          --mcp     tools/call of health_check over MCP: modern is 2026-07-28, session is 2025-11-25
          --server  a name, the endpoint and the process; several are measured in turn and compared with the first
          --seconds and --runs as above
        """;

    public Uri Url { get; private init; } = new("http://127.0.0.1:3001");

    public string Symbol { get; private init; } = "DEMO:BENCH";

    public TimeSpan Duration { get; private init; } = TimeSpan.FromSeconds(5);

    public int Runs { get; private init; } = 5;

    public int? ProcessId { get; private init; }

    /// <summary>How to call over MCP, or null to measure whole requests.</summary>
    public ProtocolEra? Era { get; private init; }

    /// <summary>The servers that are compared over MCP.</summary>
    public IReadOnlyList<MeasuredServer> Servers { get; private init; } = [];

    public static BenchmarkOptions? Parse(string[] args)
    {
        if (args.Length == 0 || args.Length % 2 != 0) return null;
        var options = new BenchmarkOptions();
        for (int i = 0; i < args.Length; i += 2)
        {
            string value = args[i + 1];
            bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
            switch (args[i])
            {
                case "--url" when Uri.TryCreate(value, UriKind.Absolute, out Uri? url):
                    options = options with { Url = url };
                    break;
                case "--symbol": options = options with { Symbol = value }; break;
                case "--seconds" when isNumber && number > 0:
                    options = options with { Duration = TimeSpan.FromSeconds(number) };
                    break;
                case "--runs" when isNumber && number > 0: options = options with { Runs = number }; break;
                case "--pid" when isNumber: options = options with { ProcessId = number }; break;
                case "--mcp" when value is "modern" or "session":
                    options = options with { Era = value == "modern" ? ProtocolEra.Modern : ProtocolEra.Session };
                    break;
                case "--server" when MeasuredServer.Parse(value) is { } server:
                    options = options with { Servers = [.. options.Servers, server] };
                    break;
                default: return null;
            }
        }

        return (options.Era is null) == (options.Servers.Count == 0) ? options : null;
    }
}
