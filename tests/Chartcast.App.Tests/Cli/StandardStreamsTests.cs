using System.Net;
using System.Net.Sockets;
using System.Text;
using Chartcast.App.Cli;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.Cli;

public sealed class StandardStreamsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("render", "DEMO:BTC", "-o", "-")]
    [InlineData("symbols")]
    [InlineData("doctor", "--port", "0")]
    [InlineData("--help")]
    public async Task Output_ThatTakesNothing_EndsTheCommandInOneLine(params string[] arguments)
    {
        using var error = new MemoryStream();
        int exitCode = await CommandLine.RunAsync(WithState(arguments), Surroundings(new RefusingStream(), error));
        Assert.Equal(6, exitCode);
        string said = Encoding.UTF8.GetString(error.ToArray());
        Assert.StartsWith("chartcast: standard output cannot be written", said.Split('\n')[^2]);
        Assert.DoesNotContain("   at ", said);
    }

    [Fact]
    public async Task Error_ThatTakesNothing_ChangesNoExitCode() =>
        Assert.Equal(3, await CommandLine.RunAsync(
            WithState(["render", "NASDAQ:NOSUCH"]), Surroundings(new MemoryStream(), new RefusingStream())));

    [Fact]
    public async Task Serve_SaysInOneLine_ThatThePortIsTaken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        CliRun run = await CliRun.Of("serve", "--port", port, "--state", _folder.In("state"));
        Assert.Equal(7, run.ExitCode);
        Assert.Contains($"port {port} on 127.0.0.1 is in use", run.Error);
        Assert.DoesNotContain("Exception", run.Error);
        Assert.Empty(run.Output);
    }

    private string[] WithState(string[] arguments) =>
        arguments[0] is "--help" or "symbols" ? arguments : [.. arguments, "--state", _folder.In("state")];

    private static CliSurroundings Surroundings(Stream output, Stream error) => new()
    {
        Input = Stream.Null,
        Output = output,
        Error = error,
        Environment = new Dictionary<string, string>(),
    };

    /// <summary>A full disk, or a closed descriptor.</summary>
    private sealed class RefusingStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new UnauthorizedAccessException("closed");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("full");
    }
}
