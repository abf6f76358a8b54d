using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Chartcast.Generation.MarketData.Formulas;
using System.Text.RegularExpressions;

namespace Chartcast.Generation.MarketData;

/// <summary>A symbol as <c>EXCHANGE:SYMBOL</c>, such as <c>NASDAQ:AAPL</c>, <c>FILE:aapl-daily</c> or
/// <c>DEMO:BTC</c>.</summary>
/// <remarks>Cannot be invalid, except for the default value. Upper case, except for file names, which keep theirs.
/// May also be a formula over several symbols, such as <c>NASDAQ:AAPL/NASDAQ:MSFT</c>.</remarks>
public readonly partial record struct Symbol
{
    /// <summary>The exchange of CSV files addressed by name.</summary>
    public const string FileExchange = "FILE";

    /// <summary>The exchange of sample data.</summary>
    public const string DemoExchange = "DEMO";

    /// <summary>Stands for the exchange of formulas; no exchange can be called so.</summary>
    private const string FormulaExchange = "=";

    private static readonly SearchValues<char> FormulaSigns = SearchValues.Create("+*/()\"");

    private Symbol(string exchange, string ticker)
    {
        Exchange = exchange;
        Ticker = ticker;
    }

    /// <summary>Whether this is arithmetic over symbols and no symbol itself.</summary>
    public bool IsFormula => Exchange == FormulaExchange;

    /// <summary>The symbols that bars are read of: those of the formula, each once, or this one.</summary>
    public IReadOnlyList<Symbol> Operands() => Formula?.Operands ?? [this];

    /// <summary>The exchange of the first operand that only this machine knows, <c>FILE</c> or <c>DEMO</c>; null when
    /// there is none.</summary>
    public string? LocalExchange
    {
        get
        {
            foreach (Symbol operand in Operands())
            {
                if (operand.Exchange is FileExchange or DemoExchange) return operand.Exchange;
            }

            return null;
        }
    }

    /// <summary>The exchange, or those of a formula's symbols joined by <c>+</c>.</summary>
    public string Venue => string.Join('+', Operands().Select(static operand => operand.Exchange).Distinct());

    /// <summary>The formula; null for single symbols.</summary>
    internal Formula? Formula => IsFormula && Formula.TryParse(Ticker, out Formula? formula, out _) ? formula : null;

    /// <summary>The part before the colon: 1–20 of <c>A-Z 0-9 _</c>; <c>=</c> for formulas.</summary>
    public string Exchange { get; }

    /// <summary>The part after it: 1–40 of <c>A-Z 0-9 . _ ! &amp; / -</c>; for files 1–80 of letters, digits, <c>. _
    /// -</c>
    /// and inner blanks; a formula whole.</summary>
    public string Ticker { get; }

    /// <summary>Reads a symbol or a formula; white space around it and the case of letters do not matter (file names
    /// keep theirs).</summary>
    /// <param name="text">The text, from anyone.</param>
    /// <param name="symbol">The symbol.</param>
    /// <param name="fault">What is wrong and what would be right.</param>
    public static bool TryParse(string? text, out Symbol symbol, [NotNullWhen(false)] out string? fault)
    {
        if (TryParseSingle(text, out symbol, out fault) && !EndsInDivision(text!)) return true;
        if (text is null || !LooksLikeFormula(text)) return fault is null;
        if (!Formula.TryParse(text, out Formula? formula, out fault)) return false;
        symbol = new Symbol(FormulaExchange, formula.Text);
        return true;
    }

    /// <summary>Reads a symbol that is no formula.</summary>
    internal static bool TryParseSingle(string? text, out Symbol symbol, [NotNullWhen(false)] out string? fault)
    {
        symbol = default;
        text = text?.Trim(' ') ?? "";
        if (text.Length == 0)
        {
            fault = "is missing: write EXCHANGE:SYMBOL, such as NASDAQ:AAPL or DEMO:BTC.";
            return false;
        }

        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            fault = "has no exchange: write EXCHANGE:SYMBOL, such as NASDAQ:AAPL, FILE:name or DEMO:BTC.";
            return false;
        }

        string exchange = text[..colon].ToUpperInvariant();
        string ticker = text[(colon + 1)..];
        bool isFile = exchange == FileExchange;
        if (!isFile) ticker = ticker.ToUpperInvariant();
        if (!ExchangeGrammar().IsMatch(exchange)
            || !(isFile ? FileNameGrammar() : TickerGrammar()).IsMatch(ticker)
            || ticker.Contains("..", StringComparison.Ordinal)
            || ticker.Contains("//", StringComparison.Ordinal))
        {
            fault = isFile
                ? "is no file name: write FILE: and the name of a CSV file of the data folder without its ending "
                    + "(letters, digits, . _ - and blanks, at most 80)."
                : "is no symbol: write EXCHANGE:SYMBOL with at most 20 letters, digits or _ before the colon "
                    + "and at most 40 letters, digits or . _ ! & / - after it.";
            return false;
        }

        symbol = new Symbol(exchange, ticker);
        fault = null;
        return true;
    }

    /// <summary>Reads a symbol that is known to be right.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static Symbol Parse(string text) =>
        TryParse(text, out Symbol symbol, out string? fault) ? symbol : throw new FormatException($"'{text}' {fault}");

    /// <summary><c>EXCHANGE:SYMBOL</c>, or the formula.</summary>
    public override string ToString() => IsFormula ? Ticker : $"{Exchange}:{Ticker}";

    private static bool LooksLikeFormula(string text) =>
        text.Contains(':') && (text.AsSpan().ContainsAny(FormulaSigns)
            || text.Contains(" - ", StringComparison.Ordinal)
            || text.IndexOf(':', StringComparison.Ordinal) != text.LastIndexOf(':'));

    /// <summary>Whether a text such as <c>NASDAQ:AAPL/2</c>, which could be a ticker, is taken for a
    /// division.</summary>
    private static bool EndsInDivision(string text)
    {
        ReadOnlySpan<char> last = text.AsSpan(text.LastIndexOf('/') + 1).Trim(' ');
        return last.Length < text.Trim(' ').Length && last.Length > 0 && last.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    [GeneratedRegex(@"\A[A-Z0-9_]{1,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ExchangeGrammar();

    [GeneratedRegex(@"\A[A-Z0-9][A-Z0-9._!&/-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TickerGrammar();

    [GeneratedRegex(@"\A[A-Za-z0-9_](?:[A-Za-z0-9._ -]{0,78}[A-Za-z0-9_-])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex FileNameGrammar();
}
