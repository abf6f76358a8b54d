using Chartcast.App.Cli;

// Commands: Cli/ · settings: Configuration/ · wiring: Composition/ · what all front doors share: Engines/, Answers/,
// Failures/
// Front doors: Tools/ (MCP), Guide/ (plain endpoints and event stream), Pictures/ (links), Operations/ (probes), Logs/
using var signals = new StopSignals();
return await CommandLine.RunAsync(args, CliSurroundings.OfProcess(signals.Token));
