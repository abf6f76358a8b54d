using Chartcast.RequestBenchmark;
using Chartcast.RequestBenchmark.Protocol;

BenchmarkOptions? options = BenchmarkOptions.Parse(args);
if (options is null)
{
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    return 2;
}

if (options.Era is { } era)
    await ProtocolRun.RunAsync(era, options, Console.Out);
else
    await RequestRun.RunAsync(options, Console.Out);
return 0;
