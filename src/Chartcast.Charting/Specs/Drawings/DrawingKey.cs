using System.Globalization;

namespace Chartcast.Charting.Specs.Drawings;

/// <summary>One key of a drawing's <c>input</c> or <c>override</c>.</summary>
public sealed record DrawingKey
{
    /// <summary>The exact key, such as <c>startPrice</c>, <c>lineWidth</c> or <c>level3.coeff</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What values it takes.</summary>
    public required DrawingKeyKind Kind { get; init; }

    /// <summary>What it decides, in a few words; empty when the name says it.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Least number, inclusive.</summary>
    public double Minimum { get; init; } = -LargestNumber;

    /// <summary>Greatest number, inclusive.</summary>
    public double Maximum { get; init; } = LargestNumber;

    /// <summary>The words of a choice; the words for 0, 1, 2 … of a line style.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The value when none is given; null when there is none.</summary>
    public DrawingValue? Default { get; init; }

    /// <summary>Other names in the friendly form, such as <c>time</c> for <c>datetime</c>.</summary>
    public IReadOnlyList<string> FriendlyNames { get; init; } = [];

    /// <summary>Other names in the exact form, where Chart-IMG's documentation has two.</summary>
    public IReadOnlyList<string> ExactAliases { get; init; } = [];

    /// <summary>Whether Chart-IMG v2 has the key too.</summary>
    public bool IsOfChartImg { get; init; } = true;

    /// <summary>Greatest number any key takes: differences of two such stay finite.</summary>
    internal const double LargestNumber = 1e300;

    /// <summary>What the key takes, as a part of a sentence after "must be".</summary>
    public string Wanted => Kind switch
    {
        DrawingKeyKind.Time =>
            "a date such as 2025-06-01, or a date and time with Z or an offset such as 2025-06-01T14:30:00Z",
        DrawingKeyKind.Text => $"a text of 1 to {DrawingText.MaximumLength} characters",
        DrawingKeyKind.Switch => "true or false",
        DrawingKeyKind.Color => "a colour such as #FF6B6B, rgb(255,107,107) or rgba(255,107,107,0.5)",
        DrawingKeyKind.Choice => string.Join(" or ", Choices),
        _ => WantedNumber(),
    };

    /// <summary>Whether a value is one that the key takes.</summary>
    public bool Accepts(DrawingValue value) => Kind switch
    {
        DrawingKeyKind.Time => value.Time is not null,
        DrawingKeyKind.Text => value.Text is { } text && DrawingText.Fault(text) is null,
        DrawingKeyKind.Switch => value.Switch is not null,
        DrawingKeyKind.Color => value.Color is not null,
        DrawingKeyKind.Choice => value.Text is { } word && Choices.Contains(word),
        _ => value.Number is { } number && number >= Minimum && number <= Maximum
            && (Kind == DrawingKeyKind.Number || number == Math.Floor(number)),
    };

    private string WantedNumber()
    {
        string kind = Kind == DrawingKeyKind.Whole ? "a whole number" : "a number";
        string text = Maximum < LargestNumber
            ? string.Create(CultureInfo.InvariantCulture, $"{kind} from {Minimum} to {Maximum}")
            : kind;
        return Choices.Count > 0 ? $"{text} ({string.Join(", ", Choices)})" : text;
    }
}
