namespace Chartcast.Charting.Views;

/// <summary>Splits symbols as legends and labels show them.</summary>
internal static class SymbolText
{
    /// <summary>The symbol without its exchange; of a formula, all symbols without theirs.</summary>
    public static ReadOnlySpan<char> Short(string symbol)
    {
        int colon = symbol.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return symbol;
        if (symbol.IndexOf(':', colon + 1) < 0 && IsExchange(symbol.AsSpan(0, colon)))
            return symbol.AsSpan(colon + 1);
        var text = new char[symbol.Length];
        int length = 0;
        int wordStart = 0;
        foreach (char c in symbol)
        {
            if (c == ':')
            {
                length = wordStart;
                continue;
            }

            text[length++] = c;
            if (!IsWord(c)) wordStart = length;
        }

        return text.AsSpan(0, length);
    }

    /// <summary>The exchange of a single symbol; empty for formulas.</summary>
    public static ReadOnlySpan<char> Exchange(string symbol)
    {
        int colon = symbol.IndexOf(':', StringComparison.Ordinal);
        bool isSingle = colon > 0 && symbol.IndexOf(':', colon + 1) < 0 && IsExchange(symbol.AsSpan(0, colon));
        return isSingle ? symbol.AsSpan(0, colon) : [];
    }

    private static bool IsExchange(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!IsWord(c)) return false;
        }

        return true;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
