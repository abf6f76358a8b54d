using Chartcast.RequestBenchmark;

BenchmarkOptions? options = BenchmarkOptions.Parse(args);
if (options is null)
{
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    return 2;
}

await RequestRun.RunAsync(options, Console.Out);
return 0;
