using BenchmarkDotNet.Running;
using Chartcast.Benchmarks;

if (args is ["quick"])
{
    QuickMeasure.Run(Console.Out);
    return;
}

if (args is ["bars", var path])
{
    RenderingMeasure.WriteBars(path);
    return;
}

if (args is ["rendering"])
{
    RenderingMeasure.Run(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(ChartBenchmark).Assembly).Run(args);
