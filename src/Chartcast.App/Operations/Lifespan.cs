namespace Chartcast.App.Operations;

/// <summary>Whether the server is about to stop.</summary>
public sealed class Lifespan
{
    private volatile bool _isStopping;

    /// <summary>Whether it is.</summary>
    public bool IsStopping => _isStopping;

    /// <summary>Says that it is, so that load balancers send nobody any more.</summary>
    public void BeginStop() => _isStopping = true;
}
