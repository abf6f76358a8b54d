using Chartcast.Generation.Providers.ChartImg.Accounts;

namespace Chartcast.App.Configuration;

/// <summary>What callers of the Chart-IMG-compatible API may do.</summary>
/// <param name="Name">Its name, such as <c>pro</c>.</param>
/// <param name="PerSecond">Calls a second in the long run, 1–1,000,000; null for no limit.</param>
/// <param name="Burst">Calls that may come at once, 1–1,000,000; null for no limit.</param>
/// <param name="PerDay">Calls a day, counted in UTC, 1–1,000,000,000; null for no limit.</param>
/// <param name="WidthPx">Largest width, 400–4096.</param>
/// <param name="HeightPx">Largest height, 300–4096.</param>
/// <param name="Parameters">Most studies and drawings together, 1–50.</param>
/// <param name="StorageDays">How long stored pictures are kept, 1–3650.</param>
/// <param name="HasWatermark">Whether pictures may carry the caller's own watermark.</param>
public sealed record ApiPlan(
    string Name, int? PerSecond, int? Burst, int? PerDay, int WidthPx, int HeightPx, int Parameters, int StorageDays,
    bool HasWatermark)
{
    /// <summary>Everything the local engine can; the default.</summary>
    public static ApiPlan Unlimited { get; } = new("unlimited", null, null, null, 4096, 4096, 50, 30, true);

    /// <summary>The plans of Chart-IMG as documented in January 2026, and <see cref="Unlimited"/>.</summary>
    public static IReadOnlyList<ApiPlan> All { get; } = [Unlimited, .. AccountPlans.All.Select(Of)];

    /// <summary>The names of the plans, as part of a sentence.</summary>
    public static string NameList { get; } = string.Join(", ", All.Select(static plan => plan.Name));

    /// <summary>Finds a plan by its name; case does not matter. Null when there is none.</summary>
    public static ApiPlan? Find(string name) =>
        All.FirstOrDefault(plan => plan.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static ApiPlan Of(AccountLimits plan) => new(
        plan.Plan!, plan.PerSecond, plan.Burst, plan.PerDay, plan.MaximumWidthPx!.Value, plan.MaximumHeightPx!.Value,
        plan.MaximumParameters!.Value, plan.StoredDays!.Value, plan.TakesWatermark!.Value);
}
