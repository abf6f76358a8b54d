using System.Globalization;
using Chartcast.Generation.Providers.ChartImg.Accounts;

namespace Chartcast.App.Configuration;

/// <summary>Reads <see cref="ChartImgSettings"/> from the environment.</summary>
/// <param name="environment">Environment variables by name.</param>
/// <param name="commandLine">What the command line says.</param>
/// <param name="fault">Hears what is wrong: setting, message.</param>
internal sealed class ChartImgSettingsReader(
    IReadOnlyDictionary<string, string> environment, CommandLineSettings commandLine, Action<string, string> fault)
{
    private const int LargestSidePx = 8_192;
    private const int LongestSecret = 1_024;
    private const int MostCacheMegabytes = 1_000_000;
    private const string Record = "--record";
    private const string Replay = "--replay";

    public ChartImgSettings Read()
    {
        var defaults = new ChartImgSettings();
        string? session = Secret(EnvironmentSettings.TradingViewSessionId);
        string? sign = Secret(EnvironmentSettings.TradingViewSessionIdSign);
        if (session is null != sign is null)
        {
            fault(
                session is null
                    ? EnvironmentSettings.TradingViewSessionId : EnvironmentSettings.TradingViewSessionIdSign,
                "is missing: a TradingView session needs both cookies, sessionid and sessionid_sign, or none.");
        }

        if (commandLine is { RecordDirectory: not null, ReplayDirectory: not null })
            fault(Replay, $"cannot be done together with {Record}: leave one of them out.");
        return new ChartImgSettings
        {
            Limits = ReadLimits(),
            SessionId = session,
            SessionIdSign = sign,
            CacheBytes = Number(EnvironmentSettings.ChartImgCacheMegabytes, 0, MostCacheMegabytes) is { } megabytes
                ? (long)megabytes << 20
                : defaults.CacheBytes,
            RecordDirectory = Folder(Record, commandLine.RecordDirectory),
            ReplayDirectory = Folder(Replay, commandLine.ReplayDirectory),
        };
    }

    private string? Folder(string name, string? text)
    {
        if (text is null) return null;
        if (Directory.Exists(text)) return Path.GetFullPath(text);
        fault(name, "is no folder: make it, or name another one.");
        return null;
    }

    private string? Secret(string name)
    {
        if (Text(name) is not { } text) return null;
        if (text.Length <= LongestSecret && !text.AsSpan().ContainsAnyExceptInRange('\x21', '\x7e')) return text;
        fault(name, "has to be visible ASCII characters without blanks (the value is not shown).");
        return null;
    }

    private AccountLimits ReadLimits()
    {
        AccountLimits plan = AccountLimits.Unknown;
        if (Text(EnvironmentSettings.ChartImgAccountPlan) is { } name)
        {
            if (AccountPlans.Find(name) is { } found) plan = found;
            else
            {
                fault(
                    EnvironmentSettings.ChartImgAccountPlan,
                    $"is no plan of Chart-IMG: write {string.Join(", ", AccountPlans.Names)}.");
            }
        }

        (int? width, int? height) = ReadSize();
        var single = new AccountLimits
        {
            PerSecond = Number(EnvironmentSettings.ChartImgPerSecond, 1, 100_000),
            Burst = Number(EnvironmentSettings.ChartImgBurst, 1, 100_000),
            PerDay = Number(EnvironmentSettings.ChartImgPerDay, 1, 100_000_000),
            MaximumParameters = Number(EnvironmentSettings.ChartImgMaximumParameters, 1, 1_000),
            MaximumWidthPx = width,
            MaximumHeightPx = height,
        };
        return single.Or(plan);
    }

    private (int? Width, int? Height) ReadSize()
    {
        if (Text(EnvironmentSettings.ChartImgMaximumSize) is not { } text) return (null, null);
        if (text.Split('x') is [var width, var height]
            && TryRead(width, 1, LargestSidePx, out int widthPx) && TryRead(height, 1, LargestSidePx, out int heightPx))
            return (widthPx, heightPx);
        fault(
            EnvironmentSettings.ChartImgMaximumSize, "is no size: write width x height in pixels, such as 1920x1080.");
        return (null, null);
    }

    private int? Number(string name, int minimum, int maximum)
    {
        if (Text(name) is not { } text) return null;
        if (TryRead(text, minimum, maximum, out int value)) return value;
        fault(name, string.Create(
            CultureInfo.InvariantCulture, $"is out of range: write a whole number from {minimum} to {maximum}."));
        return null;
    }

    private static bool TryRead(string text, int minimum, int maximum, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
        && value >= minimum && value <= maximum;

    private string? Text(string name) => environment.GetValueOrDefault(name);
}
