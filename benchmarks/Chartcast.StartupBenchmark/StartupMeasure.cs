using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Chartcast.StartupBenchmark;

/// <summary>What one start took.</summary>
/// <param name="AnswerMs">From just before the process is started to the last complete answer line.</param>
/// <param name="CpuMs">Processor time of all its threads by then.</param>
/// <param name="Memory">Its memory once it has come to rest; null when it ends by itself.</param>
internal readonly record struct StartupMeasure(double AnswerMs, double CpuMs, ProcessMemory? Memory)
{
    /// <summary>Starts the program once and ends it by closing its input.</summary>
    /// <exception cref="InvalidOperationException">It answers wrongly or not at all.</exception>
    public static StartupMeasure Take(StartupCase startup)
    {
        var start = new ProcessStartInfo(startup.Command, startup.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        foreach (string step in startup.Question.Steps)
        {
            process.StandardInput.Write(step + "\n");
            process.StandardInput.Flush();
            RequireResult(startup, process.StandardOutput.ReadLine());
        }

        if (startup.Question.Steps.Count == 0) RequireLine(startup, process.StandardOutput.ReadLine());
        double answerMs = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        double cpuMs = ProcessFiles.CpuMs(process.Id);
        ProcessMemory? memory = ProcessFiles.MemoryAtRest(process.Id);
        process.StandardInput.Close();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new StartupMeasure(answerMs, cpuMs, memory);
    }

    private static void RequireResult(StartupCase startup, string? line)
    {
        RequireLine(startup, line);
        using JsonDocument answer = JsonDocument.Parse(line!);
        if (!answer.RootElement.TryGetProperty("result", out _))
            throw new InvalidOperationException($"{startup.Name} answered {startup.Question.Name} with {line}");
    }

    private static void RequireLine(StartupCase startup, string? line)
    {
        if (string.IsNullOrEmpty(line))
            throw new InvalidOperationException($"{startup.Name} did not answer {startup.Question.Name}.");
    }
}
