namespace Chartcast.Indicators.Catalog;

/// <summary>What values a parameter takes.</summary>
public enum ParameterKind
{
    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A finite number.</summary>
    Number,

    /// <summary>One of a list of words.</summary>
    Choice,

    /// <summary>True (1) or false (0).</summary>
    Switch,

    /// <summary>Another symbol, whose bars the indicator reads besides the chart's; a text, its number is 0.</summary>
    Symbol,
}

/// <summary>One input of an indicator.</summary>
/// <param name="Key">The exact key of the exact form, such as <c>length</c> or <c>in_0</c>; case matters.</param>
/// <param name="Title">What it means, in a few words.</param>
/// <param name="Kind">What values it takes.</param>
/// <param name="Default">The value when none is given; an index into <paramref name="Choices"/> for choices.</param>
/// <param name="Minimum">Smallest value, inclusive; 0 for choices.</param>
/// <param name="Maximum">Largest value, inclusive; the last index for choices.</param>
/// <param name="Choices">The words of a choice, in order; empty otherwise.</param>
/// <param name="FriendlyKeys">Other names of the friendly form, such as <c>period</c>; lower case.</param>
public sealed record IndicatorParameter(
    string Key,
    string Title,
    ParameterKind Kind,
    double Default,
    double Minimum,
    double Maximum,
    IReadOnlyList<string> Choices,
    IReadOnlyList<string> FriendlyKeys)
{
    private static readonly Dictionary<string, string> None = [];

    private readonly double? _valuesFrom;

    /// <summary>Words that others know but that are none of <see cref="Choices"/>, each with the reason; empty for
    /// most.</summary>
    public IReadOnlyDictionary<string, string> Refused { get; init; } = None;

    /// <summary>The symbol when none is given; empty for other kinds.</summary>
    public string DefaultText { get; init; } = "";

    /// <summary>The smallest input that gives values. What is documented may go below it, such as to lengths of 0 and
    /// less: that is taken, and every plot is empty. Default <see cref="Minimum"/>.</summary>
    public double ValuesFrom
    {
        get => _valuesFrom ?? Minimum;
        init => _valuesFrom = value;
    }
}

/// <summary>A value for one parameter.</summary>
/// <param name="Key">The parameter's exact key.</param>
/// <param name="Value">The value, within the parameter's range; an index for choices.</param>
/// <param name="Text">The symbol, for a parameter that is one; null for others.</param>
public readonly record struct IndicatorInput(string Key, double Value, string? Text = null);
