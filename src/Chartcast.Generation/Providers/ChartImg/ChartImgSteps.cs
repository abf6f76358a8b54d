using System.Globalization;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Tells the steps of one chart, with a percentage that rises strictly.</summary>
internal sealed class ChartImgSteps(IProgress<ChartStep> progress, int maximumAttempts) : IChartImgWaits
{
    private const int First = 10;
    private const int LastBeforePicture = 89;
    private const int PictureReceived = 90;

    private int _percent;

    /// <summary>An attempt begins.</summary>
    public void Asking(int attempt) => Tell(attempt == 1
        ? "Asking Chart-IMG for the chart"
        : $"Asking Chart-IMG again (attempt {attempt} of {maximumAttempts})");

    /// <summary>Another process asks for the same.</summary>
    public void WaitingForAnother() => Tell("Another process asks Chart-IMG for the same chart; waiting for it");

    /// <summary>The picture was here already.</summary>
    public void FromTheCache() =>
        progress.Report(new ChartStep(PictureReceived, "Chart-IMG drew this chart a moment ago; taken from the cache"));

    /// <inheritdoc/>
    public void ForTheNextAttempt(TimeSpan wait, int nextAttempt) => Tell(string.Create(
        CultureInfo.InvariantCulture,
        $"Chart-IMG is not ready; attempt {nextAttempt} of {maximumAttempts} follows in {wait.TotalSeconds:0.0} s"));

    /// <inheritdoc/>
    public void ForTheRate(TimeSpan wait) => Tell(string.Create(
        CultureInfo.InvariantCulture,
        $"Waiting {wait.TotalSeconds:0.0} s, as the rate of the Chart-IMG plan allows"));

    /// <summary>The picture is here and is what was asked for.</summary>
    public void Received(ChartImage image) => progress.Report(new ChartStep(
        PictureReceived,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Received and checked {image.WidthPx}x{image.HeightPx} pixels, {image.Bytes.Length / 1000d:0.0} kB")));

    // Half of what is left each time: rises as long as there are whole steps, however many attempts there are.
    private void Tell(string message)
    {
        int next = _percent == 0 ? First : _percent + Math.Max(1, (LastBeforePicture - _percent) / 4);
        if (next >= PictureReceived) return;
        _percent = next;
        progress.Report(new ChartStep(_percent, message));
    }
}
