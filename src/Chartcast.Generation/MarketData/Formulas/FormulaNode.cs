namespace Chartcast.Generation.MarketData.Formulas;

/// <summary>A part of a formula.</summary>
internal abstract record FormulaNode
{
    /// <summary>The value, given that of every operand.</summary>
    public abstract double Value(ReadOnlySpan<double> operands);
}

/// <summary>A number.</summary>
internal sealed record FormulaConstant(double Number) : FormulaNode
{
    public override double Value(ReadOnlySpan<double> operands) => Number;
}

/// <summary>A symbol, by its place among the formula's operands.</summary>
internal sealed record FormulaOperand(int Index) : FormulaNode
{
    public override double Value(ReadOnlySpan<double> operands) => operands[Index];
}

/// <summary>Two parts and what is done with them.</summary>
/// <param name="Sign"><c>+</c>, <c>-</c>, <c>*</c> or <c>/</c>.</param>
/// <param name="Left">The first part.</param>
/// <param name="Right">The second part.</param>
internal sealed record FormulaOperation(char Sign, FormulaNode Left, FormulaNode Right) : FormulaNode
{
    public override double Value(ReadOnlySpan<double> operands)
    {
        double left = Left.Value(operands);
        double right = Right.Value(operands);
        return Sign switch
        {
            '+' => left + right,
            '-' => left - right,
            '*' => left * right,
            // No price is infinite: what is divided by 0 is no value at all.
            _ => right == 0 ? double.NaN : left / right,
        };
    }
}
