using System.Globalization;

namespace Chartcast.StartupBenchmark;

/// <summary>What to start, how often, and what to ask.</summary>
internal sealed record BenchmarkOptions(int Runs, IReadOnlyList<StartupCase> Cases)
{
    public const string Usage =
        """
        Chartcast.StartupBenchmark RUNS -- NAME KIND COMMAND [ARGUMENT…] [-- NAME KIND COMMAND …]
          RUNS  how often each is started, after one start that does not count
          KIND  server  an MCP server of every revision on standard input and output
                legacy  one that has no server/discover
                line    a program that is ready when it has written a line
        """;

    private const string Separator = "--";

    public static BenchmarkOptions? Parse(string[] args)
    {
        if (args.Length == 0 || !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out int runs)
            || runs == 0)
            return null;
        var cases = new List<StartupCase>();
        for (int i = 1; i < args.Length;)
        {
            int end = Array.IndexOf(args, Separator, i + 1);
            if (end < 0) end = args.Length;
            if (args[i] != Separator || end - i < 4 || QuestionsOf(args[i + 2]) is not { } questions) return null;
            foreach (StartupQuestion question in questions)
                cases.Add(new StartupCase(args[i + 1], args[i + 3], args[(i + 4)..end], question));
            i = end;
        }

        return cases.Count == 0 ? null : new BenchmarkOptions(runs, cases);
    }

    private static StartupQuestion[]? QuestionsOf(string kind) => kind switch
    {
        "server" =>
        [
            StartupQuestion.Initialize, StartupQuestion.Discover,
            StartupQuestion.InitializeAndList, StartupQuestion.DiscoverAndList,
        ],
        "legacy" => [StartupQuestion.Initialize, StartupQuestion.InitializeAndList],
        "line" => [StartupQuestion.Line],
        _ => null,
    };
}

/// <summary>One row: a program and what is asked of it.</summary>
internal sealed record StartupCase(
    string Name, string Command, IReadOnlyList<string> Arguments, StartupQuestion Question);
