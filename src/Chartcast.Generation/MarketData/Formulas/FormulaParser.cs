using System.Text;

namespace Chartcast.Generation.MarketData.Formulas;

/// <summary>Makes a formula of tokens, by recursive descent.</summary>
internal sealed class FormulaParser(List<FormulaToken> tokens)
{
    private readonly List<Symbol> _operands = [];
    private int _at;
    private int _depth;
    private string? _fault;

    /// <summary>The formula, or null and what is wrong.</summary>
    public Formula? Parse(out string? fault)
    {
        FormulaNode? root = Sum();
        if (_fault is null && _at < tokens.Count)
        {
            _fault = tokens[_at].Kind == FormulaTokenKind.Close
                ? "closes a bracket that was not opened."
                : $"has no sign before '{tokens[_at].Text}': write one of + - * /.";
        }

        if (_fault is null && _operands.Count == 0)
            _fault = "has no symbol: write EXCHANGE:SYMBOL, such as NASDAQ:AAPL/NASDAQ:MSFT.";
        fault = _fault;
        return fault is null ? new Formula(Spelling(), root!, _operands) : null;
    }

    private FormulaNode? Sum() => Chain(Product, "+", "-");

    private FormulaNode? Product() => Chain(Factor, "*", "/");

    private FormulaNode? Chain(Func<FormulaNode?> part, string first, string second)
    {
        FormulaNode? left = part();
        while (left is not null && _at < tokens.Count && IsSign(first, second))
        {
            char sign = tokens[_at++].Text[0];
            FormulaNode? right = part();
            left = right is null ? null : new FormulaOperation(sign, left, right);
        }

        return left;
    }

    private bool IsSign(string first, string second) =>
        tokens[_at].Kind == FormulaTokenKind.Sign && (tokens[_at].Text == first || tokens[_at].Text == second);

    private FormulaNode? Factor()
    {
        if (_at == tokens.Count) return Fail("ends where a symbol, a number or a bracket should follow.");
        FormulaToken token = tokens[_at++];
        return token.Kind switch
        {
            FormulaTokenKind.Number => new FormulaConstant(token.Number),
            FormulaTokenKind.Symbol => Operand(token.Symbol),
            FormulaTokenKind.Open => Bracket(),
            FormulaTokenKind.Sign when token.Text == "-" => Negative(),
            _ => Fail($"has '{token.Text}' where a symbol, a number or a bracket should be."),
        };
    }

    private FormulaOperation? Negative()
    {
        if (!Enter()) return null;
        FormulaNode? part = Factor();
        _depth--;
        return part is null ? null : new FormulaOperation('-', new FormulaConstant(0), part);
    }

    private FormulaNode? Bracket()
    {
        if (!Enter()) return null;
        FormulaNode? inner = Sum();
        _depth--;
        if (inner is null) return null;
        if (_at == tokens.Count || tokens[_at].Kind != FormulaTokenKind.Close)
        {
            return _at == tokens.Count
                ? Fail("opens a bracket that is not closed.")
                : Fail($"has no sign before '{tokens[_at].Text}': write one of + - * /.");
        }

        _at++;
        return inner;
    }

    private bool Enter()
    {
        if (++_depth <= Formula.DeepestBrackets) return true;
        Fail($"is nested deeper than {Formula.DeepestBrackets} brackets: simplify it.");
        return false;
    }

    private FormulaOperand? Operand(Symbol symbol)
    {
        int index = _operands.IndexOf(symbol);
        if (index >= 0) return new FormulaOperand(index);
        if (_operands.Count == Formula.MostOperands)
        {
            Fail($"has more than {Formula.MostOperands} symbols: use fewer.");
            return null;
        }

        _operands.Add(symbol);
        return new FormulaOperand(_operands.Count - 1);
    }

    private FormulaNode? Fail(string fault)
    {
        _fault ??= fault;
        return null;
    }

    /// <summary>Signs after file names and before numbers keep blanks, without which they would be parts of the
    /// name.</summary>
    private string Spelling()
    {
        var text = new StringBuilder();
        for (int i = 0; i < tokens.Count; i++)
        {
            bool isSpaced = tokens[i].Kind == FormulaTokenKind.Sign && tokens[i].Text == "-" && i > 0
                && tokens[i - 1].Kind == FormulaTokenKind.Symbol
                && i + 1 < tokens.Count && tokens[i + 1].Kind is FormulaTokenKind.Number or FormulaTokenKind.Sign;
            text.Append(isSpaced ? " - " : tokens[i].Text);
        }

        return text.ToString();
    }
}
