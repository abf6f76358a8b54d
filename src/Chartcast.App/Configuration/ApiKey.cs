namespace Chartcast.App.Configuration;

/// <summary>A key of the Chart-IMG-compatible API. A class, so that nothing prints its secret by accident.</summary>
/// <param name="secret">What callers send. A secret: never logged, never shown.</param>
/// <param name="name">How its calls are named in the history.</param>
/// <param name="plan">What its callers may do.</param>
public sealed class ApiKey(string secret, string name, ApiPlan plan)
{
    /// <summary>What callers send. A secret: never logged, never shown.</summary>
    public string Secret { get; } = secret;

    /// <summary>How its calls are named in the history: 1–64 letters, digits or <c>. _ : -</c>.</summary>
    public string Name { get; } = name;

    /// <summary>What its callers may do.</summary>
    public ApiPlan Plan { get; } = plan;
}
