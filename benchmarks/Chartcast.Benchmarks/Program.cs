using BenchmarkDotNet.Running;
using Chartcast.Benchmarks;

if (args is ["size"])
{
    ChartBenchmark.PrintSizes(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(ChartBenchmark).Assembly).Run(args);
