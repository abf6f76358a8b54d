namespace Chartcast.App.Configuration;

/// <summary>One setting that cannot be used.</summary>
/// <param name="Setting">Its name as the user wrote it: an environment variable or an option.</param>
/// <param name="Message">What is wrong and what to write instead; never the value of a secret.</param>
public sealed record SettingFault(string Setting, string Message);

/// <summary>The settings do not make sense; holds all faults at once.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Wraps the faults.</summary>
    /// <param name="faults">At least one.</param>
    public ConfigurationException(IReadOnlyList<SettingFault> faults)
        : base(string.Join(Environment.NewLine, (faults ?? []).Select(fault => $"{fault.Setting}: {fault.Message}"))) =>
        Faults = faults ?? [];

    /// <summary>All faults.</summary>
    public IReadOnlyList<SettingFault> Faults { get; }
}
