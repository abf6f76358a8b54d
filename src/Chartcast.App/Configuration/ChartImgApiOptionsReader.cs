using System.Globalization;

namespace Chartcast.App.Configuration;

/// <summary>Makes <see cref="ChartImgApiOptions"/> of the environment.</summary>
/// <param name="environment">Environment variables by name.</param>
/// <param name="faults">Receives every setting that cannot be used.</param>
internal sealed class ChartImgApiOptionsReader(
    IReadOnlyDictionary<string, string> environment, ICollection<SettingFault> faults)
{
    private const string HeaderWord = "header";
    private const int MostEvery = 1_000_000;
    private const int DefaultMegabytes = 1_024;
    private const int MostMegabytes = 1_048_576;

    private static readonly char[] Separators = [',', ' ', ';'];

    /// <summary>Reads and checks the settings; nothing but the file of keys is opened.</summary>
    public ChartImgApiOptions Read()
    {
        ApiPlan plan = ReadPlan();
        (IReadOnlyList<ApiFaultRule> rules, bool takesHeader) = ReadFaults();
        return new ChartImgApiOptions
        {
            Keys = ReadKeys(plan),
            Plan = plan,
            StorageBytes = ReadMegabytes() * (1L << 20),
            LayoutDirectory = ReadLayouts(),
            Faults = rules,
            TakesFaultHeader = takesHeader,
        };
    }

    private ApiPlan ReadPlan()
    {
        if (!environment.TryGetValue(EnvironmentSettings.ChartImgPlan, out string? name)) return ApiPlan.Unlimited;
        if (ApiPlan.Find(name) is { } plan) return plan;
        Fault(EnvironmentSettings.ChartImgPlan, $"is no plan: write one of {ApiPlan.NameList}.");
        return ApiPlan.Unlimited;
    }

    private List<ApiKey> ReadKeys(ApiPlan plan)
    {
        var keys = new ApiKeyList(plan, faults);
        if (environment.TryGetValue(EnvironmentSettings.ChartImgApiKeys, out string? list))
        {
            foreach (string entry in list.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
                keys.AddEntry(EnvironmentSettings.ChartImgApiKeys, entry);
        }

        if (environment.TryGetValue(EnvironmentSettings.ChartImgApiKeysFile, out string? path))
            keys.AddFile(EnvironmentSettings.ChartImgApiKeysFile, path);
        return keys.All;
    }

    private long ReadMegabytes()
    {
        if (!environment.TryGetValue(EnvironmentSettings.ChartImgStorageMegabytes, out string? text))
            return DefaultMegabytes;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number is >= 1 and <= MostMegabytes)
            return number;
        Fault(EnvironmentSettings.ChartImgStorageMegabytes, string.Create(
            CultureInfo.InvariantCulture, $"is out of range: write a whole number from 1 to {MostMegabytes}."));
        return DefaultMegabytes;
    }

    private string? ReadLayouts()
    {
        if (!environment.TryGetValue(EnvironmentSettings.ChartImgLayouts, out string? path)) return null;
        if (!path.Contains('\0', StringComparison.Ordinal) && Directory.Exists(path)) return Path.GetFullPath(path);
        Fault(EnvironmentSettings.ChartImgLayouts,
            "names no folder: create it, or name the one that holds the layouts as <id>.json.");
        return null;
    }

    private (IReadOnlyList<ApiFaultRule> Rules, bool TakesHeader) ReadFaults()
    {
        var rules = new List<ApiFaultRule>();
        bool takesHeader = false;
        string text = environment.GetValueOrDefault(EnvironmentSettings.ChartImgFaults, "");
        foreach (string entry in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry == HeaderWord) takesHeader = true;
            else if (RuleOf(entry) is { } rule) rules.Add(rule);
            else
            {
                Fault(EnvironmentSettings.ChartImgFaults,
                    "takes header, and faults with how often they come, such as server_error/3; faults are "
                    + $"{string.Join(", ", ApiFaults.Names)}.");
                return ([], false);
            }
        }

        return (rules, takesHeader);
    }

    private static ApiFaultRule? RuleOf(string entry)
    {
        string[] parts = entry.Split('/');
        ApiFault fault = ApiFaults.Find(parts[0]);
        if (fault == ApiFault.None || parts.Length > 2) return null;
        if (parts.Length == 1) return new ApiFaultRule(fault, 1);
        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int every)
            && every is >= 1 and <= MostEvery
                ? new ApiFaultRule(fault, every)
                : null;
    }

    private void Fault(string setting, string message) => faults.Add(new SettingFault(setting, message));
}
