using System.Globalization;
using System.Text;
using Chartcast.App.Answers;
using Chartcast.Generation.Events;

namespace Chartcast.App.Cli;

/// <summary>A line on the terminal that shows how far a chart has come.</summary>
internal sealed class ProgressBar(Stream terminal) : IDisposable
{
    private const int Cells = 24;
    private const int Columns = 78;

    private readonly Lock _gate = new();
    private bool _isShown;

    public void Show(ChartEvent step)
    {
        int full = Math.Clamp(step.Draft.Percent * Cells / 100, 0, Cells);
        string bar = new string('█', full) + new string('░', Cells - full);
        string message = ChartText.OneLine(step.Draft.Message);
        string line = string.Create(CultureInfo.InvariantCulture, $"[{bar}] {step.Draft.Percent,3} % {message}");
        lock (_gate)
        {
            Write("\r" + (line.Length > Columns ? line[..Columns] : line.PadRight(Columns)));
            _isShown = true;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_isShown) Write("\r" + new string(' ', Columns) + "\r");
            _isShown = false;
        }
    }

    private void Write(string text)
    {
        terminal.Write(Encoding.UTF8.GetBytes(text));
        terminal.Flush();
    }
}
