namespace Chartcast.Generation.Providers.ChartImg.Accounts;

/// <summary>The plans Chart-IMG sells, as its documentation of January 2026 lists them.</summary>
public static class AccountPlans
{
    /// <summary>From the smallest to the largest. Where the documentation says "and more", the least is
    /// written.</summary>
    public static readonly IReadOnlyList<AccountLimits> All =
    [
        Plan("basic", 1, 3, 50, 800, 600, 3, 14, takesWatermark: false),
        Plan("pro", 10, 15, 500, 1920, 1080, 5, 30, takesWatermark: false),
        Plan("mega", 15, 25, 1_000, 1920, 1600, 10, 60, takesWatermark: false),
        Plan("ultra", 35, 50, 3_000, 2048, 1920, 25, 90, takesWatermark: true),
        Plan("enterprise", 35, 50, 5_000, 2048, 1920, 50, 120, takesWatermark: true),
    ];

    /// <summary>The names, from the smallest plan to the largest.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(plan => plan.Plan!)];

    /// <summary>The smallest plan.</summary>
    public static AccountLimits Smallest => All[0];

    /// <summary>The plan of a name, whatever its case; null for none.</summary>
    public static AccountLimits? Find(string name) =>
        All.FirstOrDefault(plan => plan.Plan!.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The limits behind a refusal that names a picture's largest size; with the whole plan where only one
    /// has it.</summary>
    public static AccountLimits OfSize(int widthPx, int heightPx) =>
        Only(plan => plan.MaximumWidthPx == widthPx && plan.MaximumHeightPx == heightPx)
        ?? new AccountLimits { MaximumWidthPx = widthPx, MaximumHeightPx = heightPx };

    /// <summary>The limits behind a refusal that names how many studies and drawings there may be.</summary>
    public static AccountLimits OfParameters(int count) =>
        Only(plan => plan.MaximumParameters == count) ?? new AccountLimits { MaximumParameters = count };

    /// <summary>The smallest plan that allows a picture; null when none does.</summary>
    public static AccountLimits? SmallestFor(int widthPx, int heightPx, int parameters) => All.FirstOrDefault(
        plan => widthPx <= plan.MaximumWidthPx && heightPx <= plan.MaximumHeightPx
            && parameters <= plan.MaximumParameters);

    private static AccountLimits? Only(Func<AccountLimits, bool> isMeant)
    {
        AccountLimits[] found = [.. All.Where(isMeant)];
        return found.Length == 1 ? found[0] : null;
    }

    private static AccountLimits Plan(
        string name, int perSecond, int burst, int perDay, int width, int height, int parameters, int storedDays,
        bool takesWatermark) => new()
    {
        Plan = name,
        PerSecond = perSecond,
        Burst = burst,
        PerDay = perDay,
        MaximumWidthPx = width,
        MaximumHeightPx = height,
        MaximumParameters = parameters,
        TakesWatermark = takesWatermark,
        StoredDays = storedDays,
    };
}
