using System.Globalization;

namespace Chartcast.StartupBenchmark;

/// <summary>Starts every program in turn, round after round, so that what else the machine does hits all alike.</summary>
internal static class StartupRun
{
    /// <summary>Measures every case and writes a table.</summary>
    public static void Run(BenchmarkOptions options, TextWriter output)
    {
        // The first start reads files that later ones find in memory.
        foreach (StartupCase startup in options.Cases) StartupMeasure.Take(startup);
        var measures = options.Cases.ToDictionary(startup => startup, _ => new List<StartupMeasure>(options.Runs));
        for (int run = 0; run < options.Runs; run++)
        {
            foreach (StartupCase startup in options.Cases) measures[startup].Add(StartupMeasure.Take(startup));
        }

        output.WriteLine("| program | until | median ms (min–max) | CPU ms | resident MiB | peak MiB |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (StartupCase startup in options.Cases) output.WriteLine(Row(startup, measures[startup]));
    }

    private static string Row(StartupCase startup, List<StartupMeasure> measures)
    {
        double[] answers = [.. measures.Select(measure => measure.AnswerMs).Order()];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {startup.Name} | {startup.Question.Name} "
            + $"| {Median(answers):0} ({answers[0]:0}–{answers[^1]:0}) "
            + $"| {Shown(measures.Select(measure => measure.CpuMs), "0")} "
            + $"| {Shown(measures.Select(measure => measure.Memory?.Resident ?? double.NaN), "0.0")} "
            + $"| {Shown(measures.Select(measure => measure.Memory?.Peak ?? double.NaN), "0.0")} |");
    }

    private static string Shown(IEnumerable<double> values, string format)
    {
        double[] known = [.. values.Where(value => !double.IsNaN(value)).Order()];
        return known.Length == 0 ? "–" : Median(known).ToString(format, CultureInfo.InvariantCulture);
    }

    private static double Median(double[] sorted) => sorted.Length % 2 == 1
        ? sorted[sorted.Length / 2]
        : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
}
