using Chartcast.StartupBenchmark;

BenchmarkOptions? options = BenchmarkOptions.Parse(args);
if (options is null)
{
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    return 2;
}

StartupRun.Run(options, Console.Out);
return 0;
