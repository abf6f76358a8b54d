namespace Chartcast.Generation.Requests.QueryCharts;

/// <summary>One argument of a study code.</summary>
/// <param name="Default">The value when the argument is cut off, as the default form has it.</param>
/// <param name="Key">The input of our study it sets; null for one that only takes what is drawn anyway.</param>
internal sealed record CodeArgument(string Default, string? Key)
{
    /// <summary>Further inputs that it sets to the same value.</summary>
    public IReadOnlyList<string> MoreKeys { get; init; } = [];

    /// <summary>The values that stand for others in our study; empty where they are the same.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = Empty;

    /// <summary>For an argument without a key: the value that asks for what our study draws.</summary>
    public string Meant { get; init; } = Default;

    /// <summary>For an argument without a key: what it may be besides <see cref="Default"/>.</summary>
    public IReadOnlyList<string> AlsoTaken { get; init; } = [];

    private static readonly Dictionary<string, string> Empty = [];
}

/// <summary>A study code of v1.</summary>
/// <param name="Code">The code, upper case.</param>
/// <param name="Study">The exact name of our study; empty for one that is drawn anyway.</param>
/// <param name="Arguments">Its arguments in order.</param>
internal sealed record StudyCode(string Code, string Study, params CodeArgument[] Arguments)
{
    /// <summary>Plots that this code does not show.</summary>
    public IReadOnlyList<string> HiddenPlots { get; init; } = [];
}
