using Chartcast.StreamBenchmark;

BenchmarkOptions? options = BenchmarkOptions.Parse(args);
if (options is null)
{
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    return 2;
}

if (options.IsServer)
{
    await BenchmarkServer.RunAsync();
    return 0;
}

BenchmarkResult result = await StreamRun.RunAsync(options);
Console.WriteLine(result.ToTable());
return result.Lost == 0 ? 0 : 1;
