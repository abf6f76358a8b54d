namespace Chartcast.RequestBenchmark.Protocol;

/// <summary>What one run came to.</summary>
/// <param name="Calls">Calls answered.</param>
/// <param name="PerSecond">Calls a second, all clients together.</param>
/// <param name="P50Ms">Half of the answers came within this time.</param>
/// <param name="P99Ms">All but one in a hundred came within this time.</param>
/// <param name="ServerCpuMs">CPU time of the server's process a call.</param>
/// <param name="ClientCpuMs">CPU time of this process a call.</param>
internal readonly record struct RunFigures(
    int Calls, double PerSecond, double P50Ms, double P99Ms, double ServerCpuMs, double ClientCpuMs);
