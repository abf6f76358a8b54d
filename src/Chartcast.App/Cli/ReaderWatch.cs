using System.Runtime.InteropServices;

namespace Chartcast.App.Cli;

/// <summary>Notices that nobody reads a pipe or socket any more, even while nothing is written to it.</summary>
/// <remarks>The console's stream drops what it writes after the reader has gone (EPIPE) and says nothing, so a server
/// whose host went away without closing standard input would stay for ever.</remarks>
internal sealed class ReaderWatch : IDisposable
{
    /// <summary>The descriptor of standard output.</summary>
    public const int StandardOutput = 1;

    // poll(2): these are always reported, whatever is asked for.
    private const short Error = 0x8;
    private const short HangUp = 0x10;
    private const int Interrupted = 4;

    private readonly CancellationTokenSource _gone = new();

    /// <summary>Watches a descriptor; on Windows nothing is watched.</summary>
    /// <param name="descriptor">An open file descriptor; files and terminals never lose their reader.</param>
    public ReaderWatch(int descriptor)
    {
        if (OperatingSystem.IsWindows()) return;
        new Thread(() => Wait(descriptor)) { IsBackground = true, Name = "chartcast reader watch" }.Start();
    }

    /// <summary>Fires when the reader has gone.</summary>
    public CancellationToken Gone => _gone.Token;

    public void Dispose()
    {
        lock (_gone) _gone.Dispose();
    }

    private void Wait(int descriptor)
    {
        var watched = new Watched { Descriptor = descriptor };
        while (Poll(ref watched, 1, Timeout.Infinite) < 0)
        {
            if (Marshal.GetLastPInvokeError() != Interrupted) return;
        }

        if ((watched.Reported & (Error | HangUp)) == 0) return;
        lock (_gone)
        {
            try
            {
                _gone.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // Served to the end meanwhile.
            }
        }
    }

#pragma warning disable SYSLIB1054 // The generated form needs unsafe code; this signature needs no marshalling.
    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref Watched watched, nuint count, int timeoutMs);
#pragma warning restore SYSLIB1054

    // struct pollfd.
    [StructLayout(LayoutKind.Sequential)]
    private struct Watched
    {
        public int Descriptor;
        public short Asked;
        public short Reported;
    }
}
