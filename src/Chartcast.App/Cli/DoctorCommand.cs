using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Chartcast.App.Answers;
using Chartcast.App.Composition;
using Chartcast.App.Configuration;
using Chartcast.App.Engines;
using Chartcast.Drawing.Fonts;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;
using Chartcast.Mcp.Security.OAuth;

namespace Chartcast.App.Cli;

/// <summary>Checks whether everything is in place, and says what to do where it is not.</summary>
internal sealed class DoctorCommand(CliSurroundings io)
{
    public const string Name = "doctor";

    private readonly ServerOptionSet _settings = new();
    private int _exitCode;

    public Command Build()
    {
        var command = new Command(Name, """
            Check settings, folders, port, fonts, time zones and the tool list.

            Example:
              chartcast doctor --data ./prices --port 3002
            """);
        _settings.AddListeningTo(command);
        _settings.AddDataTo(command);
        command.SetAction((result, _) => RunAsync(result));
        return command;
    }

    private async Task<int> RunAsync(ParseResult result)
    {
        _exitCode = ExitCodes.Ok;
        Tell("version", $"chartcast {ServerComposition.Version} on .NET {Environment.Version}");
        ServerOptions options = ServerOptionsReader.Read(io.Environment, _settings.Read(result));
        Tell("settings", "fit together");
        using ILoggerFactory loggers = CliLogs.Create(io, options, LogLevel.Error);
        await using ChartEngine engine = EngineComposition.Build(options, io.Time, loggers);
        await CheckDataAsync(engine);
        await CheckStateAsync(engine);
        CheckPort(options);
        Tell("chart-img key", options.ChartImgApiKey is null
            ? "not set: charts are drawn locally"
            : "set (not shown)");
        await CheckAccessAsync(engine);
        CheckFonts();
        CheckTimeZones();
        string tools = ServerComposition.Build(engine).Tools.ListJson.GetRawText();
        Tell("tool list", "sha256 " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tools))));
        return _exitCode;
    }

    private async Task CheckAccessAsync(ChartEngine engine)
    {
        ServerOptions options = engine.Options;
        string everyone = options.IsLoopback ? "everyone on this machine may ask" : "everyone who reaches it may ask";
        Tell("token", options.Token is not null ? "set (not shown)"
            : options.AsksForTokens ? "not set: tokens of the issuers open the server" : $"not set: {everyone}");
        if (AccessComposition.Tokens(engine) is not { } tokens)
        {
            Tell("oauth", $"not set: name an issuer with {EnvironmentSettings.OAuthIssuer}");
            return;
        }

        Tell("oauth resource", $"{tokens.Resource.Resource}, audience {tokens.Resource.Audience}");
        foreach (IssuerCheck issuer in await tokens.CheckIssuersAsync())
        {
            if (issuer.Fault is { } fault) Fail("oauth issuer", $"{issuer.Issuer}: {fault}", ExitCodes.Upstream);
            else Tell("oauth issuer", FormattableString.Invariant($"{issuer.Issuer}, {issuer.KeyCount} keys"));
        }
    }

    private async Task CheckDataAsync(ChartEngine engine)
    {
        if (engine.Options.DataDirectory is null)
        {
            Tell("data folder", $"not set: name one with --data or {EnvironmentSettings.DataDirectory}");
            return;
        }

        try
        {
            int count = (await engine.Feeds.ListAsync(null, null, null, io.Stop)).Count;
            Tell("data folder", string.Create(
                CultureInfo.InvariantCulture, $"{engine.Options.DataDirectory}, {count} symbols with samples"));
        }
        catch (ChartException exception)
        {
            Fail("data folder", exception.Message, ExitCodes.NoData);
        }
    }

    private async Task CheckStateAsync(ChartEngine engine)
    {
        try
        {
            await engine.Store.OpenAsync(io.Stop);
            (long oldest, long newest) = await engine.Store.EventRangeAsync(io.Stop);
            await engine.Store.RecentAsync(new RecentFilter(1), io.Stop);
            Tell("state directory", string.Create(
                CultureInfo.InvariantCulture, $"{engine.Options.StateDirectory}, {newest - oldest + 1} events kept"));
        }
        catch (ChartException exception)
        {
            Fail("state directory", $"{engine.Options.StateDirectory}: {exception.Message}", ExitCodes.Storage);
        }
    }

    private void CheckPort(ServerOptions options)
    {
        IPAddress address = options.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(options.Host);
        using var listener = new TcpListener(address, options.Port);
        try
        {
            listener.Start();
            Tell("port", string.Create(CultureInfo.InvariantCulture, $"{options.Port} on {options.Host} is free"));
        }
        catch (SocketException exception)
        {
            Fail("port", string.Create(
                CultureInfo.InvariantCulture,
                $"{options.Port} on {options.Host}: {exception.SocketErrorCode}; choose another with --port or PORT"),
                ExitCodes.CannotListen);
        }
    }

    private void CheckFonts()
    {
        double width = TextMeasure.WidthPx("0123456789", FontFace.Regular, 12);
        if (width > 0) Tell("fonts", "built in, readable");
        else Fail("fonts", "the built-in font measures nothing: reinstall the program", ExitCodes.Internal);
    }

    private void CheckTimeZones()
    {
        bool isThere = TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out _);
        if (isThere) Tell("time zones", "America/New_York is known");
        else Fail("time zones", "America/New_York is unknown: install the system's tzdata package", ExitCodes.Internal);
    }

    private void Tell(string what, string how) => io.WriteLine(ChartText.OneLine($"ok    {what}: {how}"));

    private void Fail(string what, string how, int exitCode)
    {
        io.WriteLine(ChartText.OneLine($"FAIL  {what}: {how}"));
        if (_exitCode == ExitCodes.Ok) _exitCode = exitCode;
    }
}
