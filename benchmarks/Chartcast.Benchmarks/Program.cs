using BenchmarkDotNet.Running;
using Chartcast.Benchmarks;

if (args is ["quick"])
{
    QuickMeasure.Run(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(ChartBenchmark).Assembly).Run(args);
