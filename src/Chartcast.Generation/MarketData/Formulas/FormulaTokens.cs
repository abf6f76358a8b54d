using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Chartcast.Charting.Specs;

namespace Chartcast.Generation.MarketData.Formulas;

/// <summary>Cuts the text of a formula into tokens.</summary>
internal static class FormulaTokens
{
    private const int LongestExchange = 20;

    /// <summary>Reads all tokens.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="fault">What is wrong and what would be right.</param>
    public static bool TryRead(string text, out List<FormulaToken> tokens, [NotNullWhen(false)] out string? fault)
    {
        tokens = [];
        int at = 0;
        while (true)
        {
            while (at < text.Length && text[at] == ' ') at++;
            if (at == text.Length)
            {
                fault = null;
                return true;
            }

            if (!TryReadOne(text, ref at, out FormulaToken token, out fault)) return false;
            tokens.Add(token);
        }
    }

    private static bool TryReadOne(
        string text, ref int at, out FormulaToken token, [NotNullWhen(false)] out string? fault)
    {
        char c = text[at];
        fault = null;
        token = default;
        if (c is '+' or '-' or '*' or '/' or '(' or ')')
        {
            at++;
            FormulaTokenKind kind = c switch
            {
                '(' => FormulaTokenKind.Open,
                ')' => FormulaTokenKind.Close,
                _ => FormulaTokenKind.Sign,
            };
            token = new FormulaToken(kind, c.ToString());
            return true;
        }

        if (c == '"') return TryReadQuoted(text, ref at, out token, out fault);
        if (char.IsAsciiDigit(c) && !StartsExchange(text, at)) return TryReadNumber(text, ref at, out token, out fault);
        int end = EndOfSymbol(text, at);
        string name = text[at..end].TrimEnd(' ');
        at = end;
        return TrySymbol(name, name, out token, out fault);
    }

    private static bool TryReadQuoted(
        string text, ref int at, out FormulaToken token, [NotNullWhen(false)] out string? fault)
    {
        token = default;
        int end = text.IndexOf('"', at + 1);
        if (end < 0)
        {
            fault = "has a quote without its end: write symbols with signs in them as \"EXCHANGE:SYMBOL\".";
            return false;
        }

        string name = text[(at + 1)..end];
        at = end + 1;
        return TrySymbol(name, $"\"{name}\"", out token, out fault);
    }

    private static bool TryReadNumber(
        string text, ref int at, out FormulaToken token, [NotNullWhen(false)] out string? fault)
    {
        int start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
        string digits = text[start..at];
        bool isRight = double.TryParse(
            digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) && (at == text.Length || !char.IsAsciiLetter(text[at]));
        token = new FormulaToken(FormulaTokenKind.Number, digits, default, number);
        fault = isRight ? null : $"has {ShownText.Of(digits)}, which is no number: write it as 2 or 0.5.";
        return isRight;
    }

    private static bool TrySymbol(
        string name, string spelling, out FormulaToken token, [NotNullWhen(false)] out string? fault)
    {
        token = default;
        if (!Symbol.TryParseSingle(name, out Symbol symbol, out string? symbolFault))
        {
            fault = $"has the part {ShownText.Of(name)}, which {symbolFault}";
            return false;
        }

        string text = spelling.StartsWith('"') ? $"\"{symbol}\"" : symbol.ToString();
        token = new FormulaToken(FormulaTokenKind.Symbol, text, symbol);
        fault = null;
        return true;
    }

    /// <summary>Where a symbol that begins at a place ends.</summary>
    private static int EndOfSymbol(string text, int start)
    {
        for (int i = start; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '+' or '*' or '(' or ')' or '"') return i;
            if (c is '-' or '/' && IsSign(text, i, start)) return i;
        }

        return text.Length;
    }

    /// <summary>Whether a dash or stroke after a symbol is a sign and no part of the ticker.</summary>
    private static bool IsSign(string text, int at, int symbolStart)
    {
        int next = at + 1;
        while (next < text.Length && text[next] == ' ') next++;
        bool hasBlanks = next > at + 1 && at > 0 && text[at - 1] == ' ';
        if (hasBlanks || next == text.Length || text[next] is '(' or '"' || StartsExchange(text, next)) return true;
        // File names hold dashes and numbers, but no strokes.
        bool isFile = text.AsSpan(symbolStart)
            .StartsWith(Symbol.FileExchange + ":", StringComparison.OrdinalIgnoreCase);
        return text[at] == '/' && isFile || !isFile && IsNumberToItsEnd(text, next);
    }

    private static bool IsNumberToItsEnd(string text, int at)
    {
        int start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
        return at > start && (at == text.Length || text[at] is ' ' or ')' or '+' or '-' or '*' or '/');
    }

    private static bool StartsExchange(string text, int at)
    {
        int start = at;
        int most = Math.Min(text.Length, start + LongestExchange + 1);
        while (at < most && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_')) at++;
        return at > start && at < text.Length && text[at] == ':';
    }
}
