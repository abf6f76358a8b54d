using System.Globalization;

namespace Chartcast.StreamBenchmark;

/// <summary>What to measure.</summary>
internal sealed record BenchmarkOptions
{
    public const string Usage =
        """
        Chartcast.StreamBenchmark [--listeners 1000] [--events 100] [--rate 50] [--url http://127.0.0.1:3001 [--pid N]]
          --rate   events a second; 0 for all at once
          --url    a running server instead of one started for the run: --events charts of sample data are asked for
          --pid    that server's process, to measure its CPU time
        """;

    public int Listeners { get; private init; } = 1000;

    public int Events { get; private init; } = 100;

    public int RatePerSecond { get; private init; } = 50;

    public Uri? Url { get; private init; }

    public int? ProcessId { get; private init; }

    public bool IsServer { get; private init; }

    public static BenchmarkOptions? Parse(string[] args)
    {
        if (args is ["--serve"]) return new BenchmarkOptions { IsServer = true };
        var options = new BenchmarkOptions();
        for (int i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) return null;
            string value = args[i + 1];
            if (args[i] == "--url" && Uri.TryCreate(value, UriKind.Absolute, out Uri? url))
            {
                options = options with { Url = url };
                continue;
            }

            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return null;
            switch (args[i])
            {
                case "--listeners" when number > 0: options = options with { Listeners = number }; break;
                case "--events" when number > 0: options = options with { Events = number }; break;
                case "--rate": options = options with { RatePerSecond = number }; break;
                case "--pid": options = options with { ProcessId = number }; break;
                default: return null;
            }
        }

        return options;
    }
}
