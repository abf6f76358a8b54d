using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>What drawing a request would do.</summary>
/// <param name="Body">What would be asked for, clamps among its warnings; null when it would be refused before the
/// call.</param>
/// <param name="Refusal">Why it would not be asked for; null when it would.</param>
/// <param name="IsKept">Whether the cache has it, so that it costs nothing.</param>
/// <param name="Usage">What was spent today.</param>
/// <param name="Left">How many calls are left today; null when the limit is not known.</param>
public sealed record ChartImgPreview(
    ChartImgBody? Body, ChartError? Refusal, bool IsKept, LedgerUsage Usage, int? Left);
