namespace Chartcast.Generation.MarketData.Formulas;

/// <summary>What a token of a formula is.</summary>
internal enum FormulaTokenKind
{
    /// <summary><c>+ - * /</c>.</summary>
    Sign,

    /// <summary>An opening bracket.</summary>
    Open,

    /// <summary>A closing bracket.</summary>
    Close,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A symbol.</summary>
    Symbol,
}

/// <summary>A piece of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">How it is spelled.</param>
/// <param name="Symbol">The symbol, where it is one.</param>
/// <param name="Number">The number, where it is one.</param>
internal readonly record struct FormulaToken(
    FormulaTokenKind Kind, string Text, Symbol Symbol = default, double Number = 0);
