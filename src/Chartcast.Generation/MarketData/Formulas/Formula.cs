using System.Diagnostics.CodeAnalysis;

namespace Chartcast.Generation.MarketData.Formulas;

/// <summary>Arithmetic over symbols, such as <c>NASDAQ:AAPL/NASDAQ:MSFT</c> or
/// <c>(NASDAQ:MARA+NASDAQ:RIOT)/2</c>.</summary>
/// <remarks>
/// <c>+ − * /</c>, brackets, decimal numbers and symbols; the usual precedence, from left to right. Because <c>-</c>
/// and <c>/</c> may be parts of tickers, after one they count as signs only before a bracket, a quote, an
/// <c>EXCHANGE:</c> or a number (after file names, <c>/</c> always and <c>-</c> not before numbers), or with blanks on
/// both sides; a symbol in double quotes is taken whole.
/// </remarks>
internal sealed class Formula
{
    /// <summary>The longest text that is read.</summary>
    public const int LongestText = 200;

    /// <summary>The most symbols of a formula, each counted once.</summary>
    public const int MostOperands = 8;

    /// <summary>How deep brackets may be nested.</summary>
    public const int DeepestBrackets = 16;

    internal Formula(string text, FormulaNode root, IReadOnlyList<Symbol> operands)
    {
        Text = text;
        Root = root;
        Operands = operands;
    }

    /// <summary>The formula in its usual spelling; reads back as the same formula.</summary>
    public string Text { get; }

    /// <summary>What is computed.</summary>
    public FormulaNode Root { get; }

    /// <summary>Its symbols in order of appearance, each once; at least one.</summary>
    public IReadOnlyList<Symbol> Operands { get; }

    /// <summary>Whether prices keep their decimals: sums and differences of symbols alone.</summary>
    public bool IsSum => IsSumOf(Root);

    /// <summary>Reads a formula.</summary>
    /// <param name="text">The text, from anyone.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="fault">What is wrong and what would be right.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out Formula? formula, [NotNullWhen(false)] out string? fault)
    {
        formula = null;
        if (text.Length > LongestText)
        {
            fault = $"is longer than {LongestText} characters: use a shorter formula.";
            return false;
        }

        if (!FormulaTokens.TryRead(text, out List<FormulaToken> tokens, out fault)) return false;
        formula = new FormulaParser(tokens).Parse(out fault);
        return formula is not null;
    }

    private static bool IsSumOf(FormulaNode node) => node switch
    {
        FormulaOperand => true,
        FormulaOperation { Sign: '+' or '-' } operation => IsSumOf(operation.Left) && IsSumOf(operation.Right),
        _ => false,
    };
}
