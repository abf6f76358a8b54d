using System.Collections.Frozen;
using System.Globalization;

namespace Chartcast.Generation.Providers.ChartImg.Documented;

/// <summary>A study of Chart-IMG's v2 as it is documented: everything that may be said of it there.</summary>
/// <param name="Name">Its exact name.</param>
/// <param name="Inputs">Its inputs by key.</param>
/// <param name="Styles">Its style keys, such as <c>Plot.linewidth</c>.</param>
internal sealed record DocumentedStudy(
    string Name, FrozenDictionary<string, DocumentedInput> Inputs, FrozenSet<string> Styles);

/// <summary>An input of a study.</summary>
/// <param name="Minimum">Least value of a number.</param>
/// <param name="Maximum">Greatest value of a number.</param>
/// <param name="Choices">The words it takes; empty for numbers and switches.</param>
internal sealed record DocumentedInput(double Minimum, double Maximum, IReadOnlyList<string> Choices)
{
    /// <summary>What it takes, as the end of a sentence.</summary>
    public string Taken => Choices.Count > 0
        ? "one of " + string.Join(", ", Choices)
        : string.Create(CultureInfo.InvariantCulture, $"{Minimum} to {Maximum}");
}
