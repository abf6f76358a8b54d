using System.Globalization;
using System.Net;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Security;

namespace Chartcast.App.Configuration;

/// <summary>Makes <see cref="ServerOptions"/> of defaults, then the environment, then the command line.</summary>
public sealed class ServerOptionsReader
{
    private const int MinimumTokenLength = 16;

    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly CommandLineSettings _commandLine;
    private readonly List<SettingFault> _faults = [];

    private ServerOptionsReader(IReadOnlyDictionary<string, string> environment, CommandLineSettings commandLine)
    {
        _environment = environment;
        _commandLine = commandLine;
    }

    /// <summary>Reads and checks every setting.</summary>
    /// <param name="environment">Environment variables by name.</param>
    /// <param name="commandLine">What the command line says; it wins over the environment.</param>
    /// <returns>The options; nothing was created or opened.</returns>
    /// <exception cref="ConfigurationException">Settings are wrong; names all of them at once.</exception>
    public static ServerOptions Read(
        IReadOnlyDictionary<string, string> environment, CommandLineSettings? commandLine = null)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var reader = new ServerOptionsReader(environment, commandLine ?? new CommandLineSettings());
        ServerOptions options = reader.Read();
        return reader._faults.Count == 0 ? options : throw new ConfigurationException(reader._faults);
    }

    private ServerOptions Read()
    {
        string host = ReadHost();
        var options = new ServerOptions
        {
            Host = host,
            LegacySse = ReadSwitch(EnvironmentSettings.LegacySse, "--legacy-sse", _commandLine.LegacySse)
                ?? ServerOptions.IsLoopbackHost(host),
            Port = ReadPort(),
            DataDirectory = ReadDataDirectory(),
            StateDirectory = ReadStateDirectory(),
            Demo = _commandLine.Demo,
            ChartImgApiKey = ReadSecret(EnvironmentSettings.ChartImgApiKey, minimumLength: 1),
            ChartImgBaseUrl = ReadBaseUrl(),
            ChartImg = new ChartImgSettingsReader(_environment, _commandLine, Fault).Read(),
            Token = ReadSecret(EnvironmentSettings.Token, MinimumTokenLength),
            AllowedOrigins = ReadOrigins(),
            AllowedHosts = ReadHosts(),
            RetentionAge = TimeSpan.FromDays(ReadNumber(EnvironmentSettings.RetentionDays, 1, 3650) ?? 30),
            RetentionBytes = (ReadNumber(EnvironmentSettings.RetentionMegabytes, 1, 1_000_000) ?? 1024) * (1L << 20),
            QueueCapacity = ReadNumber(EnvironmentSettings.QueueCapacity, 1, 10_000),
            Workers = ReadNumber(EnvironmentSettings.Workers, 1, 256),
            MaximumConnections = ReadNumber(EnvironmentSettings.MaximumConnections, 1, 1_000_000),
            PublicUrl = ReadPublicUrl(),
            Delivery = ReadDelivery(),
            ChartImgApi = new ChartImgApiOptionsReader(_environment, _faults).Read(),
            ConformanceFixtures = _commandLine.ConformanceFixtures,
        };
        return CheckReach(options with { OAuth = ReadOAuth(options) });
    }

    private OAuthOptions? ReadOAuth(ServerOptions options) =>
        new OAuthOptionsReader(_environment, Fault).Read(options);

    private ServerOptions CheckReach(ServerOptions options)
    {
        if (options.IsLoopback) return options;
        if (options.ConformanceFixtures)
        {
            Fault("--conformance-fixtures", $"is for tests on this machine, and '{options.Host}' can be reached from "
                + "others: listen on 127.0.0.1, or leave it out.");
        }

        // Settings of OAuth that cannot be used are told as such.
        bool asks = options.AsksForTokens || Environment(EnvironmentSettings.OAuthIssuer) is not null;
        if (!asks && !_commandLine.InsecureNoAuth)
        {
            Fault("--host", $"'{options.Host}' can be reached from other machines, and no token is asked for: set "
                + $"{EnvironmentSettings.Token} to at least {MinimumTokenLength} characters or "
                + $"{EnvironmentSettings.OAuthIssuer} to an issuer of tokens, listen on 127.0.0.1, or "
                + "give --insecure-no-auth if everyone who can reach it may use it.");
        }

        if (!IPAddress.TryParse(options.Host, out IPAddress? address) || !ServerOptions.IsAny(address))
            return options with { AllowedHosts = [.. options.AllowedHosts, options.ShownHost] };
        if (options.AllowedHosts.Count == 0)
        {
            Fault("--host", $"'{options.Host}' listens under every name of this machine: name those that clients use "
                + $"with --allow-host or {EnvironmentSettings.AllowedHosts}, such as charts.example.org.");
        }

        return options;
    }

    private string ReadHost()
    {
        string host = _commandLine.Host?.Trim() ?? "127.0.0.1";
        if (ServerOptions.IsUsualLoopback(host) || IPAddress.TryParse(host, out _)) return host;
        Fault("--host", $"{Shown(host)} is no address: write localhost, an IPv4 or an IPv6 address.");
        return "127.0.0.1";
    }

    private int ReadPort()
    {
        string name = _commandLine.Port is null ? EnvironmentSettings.Port : "--port";
        string? text = _commandLine.Port ?? Environment(EnvironmentSettings.Port);
        if (text is null) return ServerOptions.DefaultPort;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= 65535)
            return port;
        Fault(name, $"{Shown(text)} is no port: write a whole number from 0 to 65535, "
            + "such as 3001; 0 takes any free one.");
        return ServerOptions.DefaultPort;
    }

    private string? ReadDataDirectory()
    {
        string name = _commandLine.DataDirectory is null ? EnvironmentSettings.DataDirectory : "--data";
        string? text = _commandLine.DataDirectory ?? Environment(EnvironmentSettings.DataDirectory);
        if (text is null || FullPath(name, text) is not { } path) return null;
        if (Directory.Exists(path)) return path;
        Fault(name, File.Exists(path)
            ? $"{Shown(text)} is a file: name the folder it lies in and ask for "
                + $"FILE:{Path.GetFileNameWithoutExtension(path)}."
            : $"{Shown(text)} does not exist: create the folder, or name the one that holds the CSV files.");
        return null;
    }

    private string ReadStateDirectory()
    {
        string name = _commandLine.StateDirectory is null ? EnvironmentSettings.StateDirectory : "--state";
        string? text = _commandLine.StateDirectory ?? Environment(EnvironmentSettings.StateDirectory);
        if (text is null) return PlatformDirectories.StateDirectory(_environment, OperatingSystem.IsWindows());
        if (FullPath(name, text) is not { } path) return "";
        if (File.Exists(path)) Fault(name, $"{Shown(text)} is a file: name a folder.");
        return path;
    }

    private string? ReadSecret(string name, int minimumLength)
    {
        string? text = Environment(name);
        if (text is null) return null;
        if (text.Length >= minimumLength && text.Length <= 1024
            && !text.AsSpan().ContainsAnyExceptInRange('\x21', '\x7e'))
            return text;
        Fault(name, $"has to be {minimumLength} to 1024 visible ASCII characters without blanks "
            + "(the value is not shown).");
        return null;
    }

    private Uri? ReadBaseUrl()
    {
        if (Environment(EnvironmentSettings.ChartImgBaseUrl) is not { } text) return null;
        // The key travels with every call; in clear text it may go to this machine only.
        if (AddressOf(text) is { } address && (address.Scheme == "https" || address.IsLoopback)) return address;
        Fault(EnvironmentSettings.ChartImgBaseUrl, $"{Shown(text)} is no usable address: write https://host/ "
            + "(http:// for this machine only), without user, query and fragment.");
        return null;
    }

    private Uri? ReadPublicUrl()
    {
        if (Environment(EnvironmentSettings.PublicUrl) is not { } text) return null;
        if (AddressOf(text) is { } address) return address;
        Fault(EnvironmentSettings.PublicUrl, $"{Shown(text)} is no usable address: write https://host/ as clients see "
            + "it, without user, query and fragment.");
        return null;
    }

    internal static Uri? AddressOf(string text) =>
        Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out Uri? address)
        && address.Scheme is "http" or "https" && address.UserInfo.Length == 0
        && address.Query.Length == 0 && address.Fragment.Length == 0
            ? address
            : null;

    private string ReadOrigins()
    {
        bool fromCommandLine = _commandLine.AllowedOrigins.Count > 0;
        string text = fromCommandLine
            ? string.Join(' ', _commandLine.AllowedOrigins)
            : Environment(EnvironmentSettings.AllowedOrigins) ?? "";
        if (text.Length == 0) return text;
        try
        {
            _ = OriginRules.Parse(text);
            return text;
        }
        catch (ArgumentException exception)
        {
            Fault(fromCommandLine ? "--allow-origin" : EnvironmentSettings.AllowedOrigins, exception.Message);
            return "";
        }
    }

    private string[] ReadHosts()
    {
        bool fromCommandLine = _commandLine.AllowedHosts.Count > 0;
        string text = fromCommandLine
            ? string.Join(' ', _commandLine.AllowedHosts)
            : Environment(EnvironmentSettings.AllowedHosts) ?? "";
        string[] names = text.Split(
            [',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length == 0) return names;
        try
        {
            _ = new HostRules(names);
            return names;
        }
        catch (ArgumentException exception)
        {
            Fault(fromCommandLine ? "--allow-host" : EnvironmentSettings.AllowedHosts, exception.Message);
            return [];
        }
    }

    private int? ReadNumber(string name, int minimum, int maximum)
    {
        string? text = Environment(name);
        if (text is null) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            && value >= minimum && value <= maximum)
            return value;
        Fault(name, $"{Shown(text)} is out of range: write a whole number from {minimum} to {maximum}.");
        return null;
    }

    private ChartDelivery ReadDelivery()
    {
        var usual = new ChartDelivery();
        return usual with
        {
            Mode = ReadDeliveryMode() ?? usual.Mode,
            MaxBytes = ReadNumber(
                EnvironmentSettings.MaxBytes, ChartDelivery.MinimumBytes, ChartDelivery.MaximumBytes)
                ?? usual.MaxBytes,
            MaxEdgePx = ReadNumber(
                EnvironmentSettings.MaxEdgePx, ChartRequest.MinimumSizePx, ChartDelivery.MaximumEdgePx)
                ?? usual.MaxEdgePx,
        };
    }

    private DeliveryMode? ReadDeliveryMode()
    {
        string? text = Environment(EnvironmentSettings.Delivery);
        if (text is null) return null;
        if (Enum.TryParse(text, ignoreCase: true, out DeliveryMode mode) && !char.IsAsciiDigit(text[0])) return mode;
        Fault(EnvironmentSettings.Delivery, $"{Shown(text)} is none of both, inline, link, none.");
        return null;
    }

    private bool? ReadSwitch(string name, string option, string? commandLine)
    {
        string? text = commandLine ?? Environment(name);
        if (text is null) return null;
        if (text.Equals("on", StringComparison.OrdinalIgnoreCase)) return true;
        if (!text.Equals("off", StringComparison.OrdinalIgnoreCase))
            Fault(commandLine is null ? name : option, $"{Shown(text)} is no switch: write on or off.");
        return false;
    }

    private string? FullPath(string name, string text)
    {
        if (text.Trim().Length > 0 && !text.Contains('\0', StringComparison.Ordinal)) return Path.GetFullPath(text);
        Fault(name, "is empty: name a folder.");
        return null;
    }

    private string? Environment(string name) => _environment.GetValueOrDefault(name);

    private void Fault(string setting, string message) => _faults.Add(new SettingFault(setting, message));

    internal static string Shown(string text)
    {
        const int Longest = 80;
        string printable = string.Concat(text.Take(Longest).Select(c => char.IsControl(c) ? '�' : c));
        return text.Length > Longest ? $"'{printable}…'" : $"'{printable}'";
    }
}
