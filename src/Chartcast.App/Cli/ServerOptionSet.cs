using System.CommandLine;
using Chartcast.App.Configuration;

namespace Chartcast.App.Cli;

/// <summary>The options that several commands share, and what they say.</summary>
internal sealed class ServerOptionSet
{
    private readonly Option<string?> _data = new("--data")
    {
        Description = $"Folder of CSV files, each asked for as FILE:<name> [env: {EnvironmentSettings.DataDirectory}]",
        HelpName = "folder",
    };

    private readonly Option<string?> _state = new("--state")
    {
        Description = $"Folder of history and pictures [env: {EnvironmentSettings.StateDirectory}]",
        HelpName = "folder",
    };

    private readonly Option<bool> _demo = new("--demo")
    {
        Description = "Answer unknown symbols with made-up bars, marked SAMPLE DATA",
    };

    private readonly Option<string?> _record = new("--record")
    {
        Description = "Folder to write every call of Chart-IMG and its answer into, without the key",
        HelpName = "folder",
    };

    private readonly Option<string?> _replay = new("--replay")
    {
        Description = "Folder to answer calls of Chart-IMG from instead of calling; needs no key",
        HelpName = "folder",
    };

    private readonly Option<string?> _port = new("--port", "-p")
    {
        Description = $"Port to listen on, 0 for any free one; default {ServerOptions.DefaultPort} "
            + $"[env: {EnvironmentSettings.Port}]",
        HelpName = "port",
    };

    private readonly Option<string?> _host = new("--host")
    {
        Description = "Address to listen on; default 127.0.0.1. Others need tokens "
            + $"[env: {EnvironmentSettings.Token}, {EnvironmentSettings.OAuthIssuer}]",
        HelpName = "address",
    };

    private readonly Option<string[]> _origins = new("--allow-origin")
    {
        Description = $"Web page that may call, * for all; repeatable [env: {EnvironmentSettings.AllowedOrigins}]",
        HelpName = "origin",
    };

    private readonly Option<string[]> _hosts = new("--allow-host")
    {
        Description = $"Host name that is answered besides loopback; repeatable "
            + $"[env: {EnvironmentSettings.AllowedHosts}]",
        HelpName = "name",
    };

    private readonly Option<string?> _legacySse = new("--legacy-sse")
    {
        Description = "Serve old clients (HTTP+SSE of 2024-11-05) on /sse and /messages, on or off; "
            + $"default on for loopback [env: {EnvironmentSettings.LegacySse}]",
        HelpName = "on|off",
    };

    private readonly Option<bool> _insecure = new("--insecure-no-auth")
    {
        Description = "Listen on other addresses than loopback without asking for tokens: "
            + "everyone who can reach it may use it",
    };

    private readonly Option<bool> _fixtures = new("--conformance-fixtures")
    {
        Description = "Offer what the protocol's public conformance suite calls; on loopback only",
        Hidden = true,
    };

    /// <summary>Gives a command the options about data and state.</summary>
    public void AddDataTo(Command command)
    {
        command.Add(_data);
        command.Add(_state);
        command.Add(_demo);
        command.Add(_record);
        command.Add(_replay);
    }

    /// <summary>Gives a command the options about listening.</summary>
    public void AddListeningTo(Command command)
    {
        command.Add(_port);
        command.Add(_host);
        command.Add(_origins);
        command.Add(_hosts);
        command.Add(_legacySse);
        command.Add(_insecure);
        command.Add(_fixtures);
    }

    /// <summary>What was said.</summary>
    public CommandLineSettings Read(ParseResult result) => new()
    {
        Port = result.GetValue(_port),
        Host = result.GetValue(_host),
        DataDirectory = result.GetValue(_data),
        StateDirectory = result.GetValue(_state),
        Demo = result.GetValue(_demo),
        RecordDirectory = result.GetValue(_record),
        ReplayDirectory = result.GetValue(_replay),
        AllowedOrigins = result.GetValue(_origins) ?? [],
        AllowedHosts = result.GetValue(_hosts) ?? [],
        LegacySse = result.GetValue(_legacySse),
        InsecureNoAuth = result.GetValue(_insecure),
        ConformanceFixtures = result.GetValue(_fixtures),
    };
}
