using Chartcast.App.Cli;
using Chartcast.Mcp.Transports;

// Commands: Cli/ · settings: Configuration/ · wiring: Composition/ · what all front doors share: Engines/, Answers/,
// Failures/
// Front doors: Tools/ (MCP), Guide/ (plain endpoints and event stream), Pictures/ (links), Operations/ (probes), Logs/

// Hosts wait for the first answer, and some start a process for nothing else.
if (args is [StdioCommand.Name, ..]) StdioHost.Prepare();
using var signals = new StopSignals();
return await CommandLine.RunAsync(args, CliSurroundings.OfProcess(signals.Token));
