using Chartcast.App.Configuration;

namespace Chartcast.App.ChartImgApi;

/// <summary>A call that may go on.</summary>
/// <param name="Context">The request and its answer.</param>
/// <param name="Version">The version of its path.</param>
/// <param name="Plan">What its caller may do.</param>
/// <param name="ClientId">How the caller is called in the history, or null.</param>
internal sealed record ApiCall(HttpContext Context, ApiVersion Version, ApiPlan Plan, string? ClientId)
{
    /// <summary>The caller left.</summary>
    public CancellationToken Left => Context.RequestAborted;
}
