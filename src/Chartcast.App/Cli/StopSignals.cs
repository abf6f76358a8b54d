using System.Runtime.InteropServices;

namespace Chartcast.App.Cli;

/// <summary>Turns the first signal into an orderly stop; the second ends the process at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private const int SignalExitBase = 128;

    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _count;

    public StopSignals()
    {
        Register(PosixSignal.SIGTERM, 15);
        Register(PosixSignal.SIGINT, 2);
        if (!OperatingSystem.IsWindows()) Register(PosixSignal.SIGHUP, 1);
    }

    /// <summary>Fires at the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    private void Register(PosixSignal signal, int number) =>
        _registrations.Add(PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            if (Interlocked.Increment(ref _count) > 1) Environment.Exit(SignalExitBase + number);
            // Whoever waits for the token must not run inside the signal handler.
            ThreadPool.QueueUserWorkItem(static stop => stop.Cancel(), _stop, preferLocal: false);
        }));
}
