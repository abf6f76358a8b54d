namespace Chartcast.Generation.Providers.ChartImg.Accounts;

/// <summary>What a Chart-IMG account may do; null where it is not known.</summary>
public sealed record AccountLimits
{
    /// <summary>Nothing is known.</summary>
    public static readonly AccountLimits Unknown = new();

    /// <summary>The plan's name, one of <see cref="AccountPlans.Names"/>.</summary>
    public string? Plan { get; init; }

    /// <summary>Calls a second, 1 and more.</summary>
    public int? PerSecond { get; init; }

    /// <summary>Calls at once, 1 and more.</summary>
    public int? Burst { get; init; }

    /// <summary>Calls a UTC day, 1 and more.</summary>
    public int? PerDay { get; init; }

    /// <summary>Largest width in picture pixels.</summary>
    public int? MaximumWidthPx { get; init; }

    /// <summary>Largest height in picture pixels.</summary>
    public int? MaximumHeightPx { get; init; }

    /// <summary>Most studies and drawings together.</summary>
    public int? MaximumParameters { get; init; }

    /// <summary>Whether the account may put a text of its own behind the bars.</summary>
    public bool? TakesWatermark { get; init; }

    /// <summary>How many days a stored picture is kept, 1 and more.</summary>
    public int? StoredDays { get; init; }

    /// <summary>These limits, and the other's where these do not know.</summary>
    public AccountLimits Or(AccountLimits other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new AccountLimits
        {
            Plan = Plan ?? other.Plan,
            PerSecond = PerSecond ?? other.PerSecond,
            Burst = Burst ?? other.Burst,
            PerDay = PerDay ?? other.PerDay,
            MaximumWidthPx = MaximumWidthPx ?? other.MaximumWidthPx,
            MaximumHeightPx = MaximumHeightPx ?? other.MaximumHeightPx,
            MaximumParameters = MaximumParameters ?? other.MaximumParameters,
            TakesWatermark = TakesWatermark ?? other.TakesWatermark,
            StoredDays = StoredDays ?? other.StoredDays,
        };
    }
}
