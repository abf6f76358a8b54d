namespace Chartcast.Charting.Specs.Drawings;

/// <summary>What values a key of a drawing takes.</summary>
public enum DrawingKeyKind
{
    /// <summary>A date, or a moment with its offset from UTC.</summary>
    Time,

    /// <summary>A number within the key's range; prices are such.</summary>
    Number,

    /// <summary>A whole number within the key's range.</summary>
    Whole,

    /// <summary>A text of 1 to <see cref="DrawingText.MaximumLength"/> characters.</summary>
    Text,

    /// <summary>True or false.</summary>
    Switch,

    /// <summary>A colour.</summary>
    Color,

    /// <summary>One of the key's choices.</summary>
    Choice,
}
