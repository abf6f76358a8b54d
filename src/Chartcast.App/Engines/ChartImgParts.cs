using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Providers.ChartImg.Accounts;

namespace Chartcast.App.Engines;

/// <summary>What belongs to a Chart-IMG key: the provider, the account and what they hold open.</summary>
public sealed class ChartImgParts : IDisposable
{
    /// <summary>Draws by Chart-IMG.</summary>
    public required ChartImgProvider Provider { get; init; }

    /// <summary>What the key may do and what it did.</summary>
    public ChartImgAccount Account => Provider.Account;

    /// <summary>Closed at the end.</summary>
    public required IReadOnlyList<IDisposable> Owned { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IDisposable owned in Owned) owned.Dispose();
    }
}
