using Chartcast.App.Configuration;
using Chartcast.Generation.Requests;

namespace Chartcast.App.ChartImgApi;

/// <summary>A call that may go on.</summary>
/// <param name="Context">The request and its answer.</param>
/// <param name="Version">The version of its path.</param>
/// <param name="Plan">What its caller may do.</param>
/// <param name="Caller">How the caller is called in the history, and whose charts are its.</param>
internal sealed record ApiCall(HttpContext Context, ApiVersion Version, ApiPlan Plan, ChartCaller Caller)
{
    /// <summary>The caller left.</summary>
    public CancellationToken Left => Context.RequestAborted;
}
