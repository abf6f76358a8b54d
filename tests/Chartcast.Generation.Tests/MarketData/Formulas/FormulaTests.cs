using System.Text;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Formulas;

namespace Chartcast.Generation.Tests.MarketData.Formulas;

public sealed class FormulaTests
{
    private static readonly double[] Prices = [10, 4, 3];

    [Theory]
    [InlineData("A:X/A:Y", 2.5, "A:X/A:Y")]
    [InlineData("A:X*A:Y", 40, "A:X*A:Y")]
    [InlineData("A:X-A:Y", 6, "A:X-A:Y")]
    [InlineData("A:X + A:Y", 14, "A:X+A:Y")]
    [InlineData("a:x*2", 20, "A:X*2")]
    [InlineData("A:X/2", 5, "A:X/2")]
    [InlineData("A:X / 2", 5, "A:X/2")]
    [InlineData("(A:X+A:Y)/2", 7, "(A:X+A:Y)/2")]
    [InlineData("A:X+A:Y*A:Z", 22, "A:X+A:Y*A:Z")]
    [InlineData("A:X-A:Y-A:Z", 3, "A:X-A:Y-A:Z")]
    [InlineData("A:X/A:Y/A:Z", 10.0 / 4 / 3, "A:X/A:Y/A:Z")]
    [InlineData("0.5*A:X", 5, "0.5*A:X")]
    [InlineData("-A:X*-2", 20, "-A:X*-2")]
    [InlineData("1/A:X", 0.1, "1/A:X")]
    [InlineData("A:X*A:X", 100, "A:X*A:X")]
    [InlineData("((A:X))+A:Y", 14, "((A:X))+A:Y")]
    [InlineData("A:X*1 - 2", 8, "A:X*1-2")]
    [InlineData("A:X - 2", 8, "A:X - 2")]
    [InlineData("(A:X-2)*A:Y", 32, "(A:X - 2)*A:Y")]
    public void Symbol_ComputesAFormula(string text, double expected, string spelling)
    {
        Symbol symbol = Symbol.Parse(text);
        Assert.True(symbol.IsFormula);
        Assert.Equal(spelling, symbol.ToString());
        Assert.Equal(symbol, Symbol.Parse(symbol.ToString()));
        Assert.Equal(expected, symbol.Formula!.Root.Value(Prices.AsSpan(0, symbol.Operands().Count)), 1e-12);
    }

    [Theory]
    [InlineData("FILE:aapl-daily/FILE:msft-daily", "FILE:aapl-daily", "FILE:msft-daily")]
    [InlineData("FILE:aapl-daily-FILE:msft-2024", "FILE:aapl-daily", "FILE:msft-2024")]
    [InlineData("FILE:a-2024*FILE:b", "FILE:a-2024", "FILE:b")]
    [InlineData("\"BMV:CEMEX/CPO\"*FX:MXNUSD", "BMV:CEMEX/CPO", "FX:MXNUSD")]
    [InlineData("BMV:CEMEX/CPO*FX:MXNUSD", "BMV:CEMEX/CPO", "FX:MXNUSD")]
    [InlineData("CME_MINI:ES1!/TVC:GOLD", "CME_MINI:ES1!", "TVC:GOLD")]
    [InlineData("FILE:my file / FILE:your file", "FILE:my file", "FILE:your file")]
    [InlineData("\"FILE:x\" - 2 + FILE:y", "FILE:x", "FILE:y")]
    [InlineData("NYSE:BRK.B-NASDAQ:QQQ", "NYSE:BRK.B", "NASDAQ:QQQ")]
    public void Symbol_TellsSignsFromNames(string text, string first, string second)
    {
        Symbol symbol = Symbol.Parse(text);
        Assert.Equal([Symbol.Parse(first), Symbol.Parse(second)], symbol.Operands());
        Assert.Equal(symbol, Symbol.Parse(symbol.ToString()));
    }

    [Theory]
    [InlineData("NASDAQ:AAPL")]
    [InlineData("BMV:CEMEX/CPO")]
    [InlineData("FILE:aapl-daily")]
    [InlineData("FILE:my file - 2")]
    [InlineData("COINMETRICS:BTC_FEE-USD")]
    public void Symbol_LeavesSinglesAlone(string text)
    {
        Symbol symbol = Symbol.Parse(text);
        Assert.False(symbol.IsFormula);
        Assert.Equal([symbol], symbol.Operands());
    }

    [Theory]
    [InlineData("A:X/A:Y/", "ends where")]
    [InlineData("A:X*", "ends where")]
    [InlineData("(A:X+A:Y", "not closed")]
    [InlineData("A:X+A:Y)", "not opened")]
    [InlineData("A:X+*A:Y", "'*'")]
    [InlineData("A:X*BTC", "'BTC'")]
    [InlineData("A:X*2 3", "no sign before '3'")]
    [InlineData("(A:X)(A:Y)", "no sign before '('")]
    [InlineData("A:X*1.2.3", "no number")]
    [InlineData("A:X*2e5", "no number")]
    [InlineData("\"A:X*2", "quote")]
    [InlineData("A:*2", "EXCHANGE:SYMBOL")]
    [InlineData("FILE:../x*2", "no file name")]
    [InlineData("A:X*𝟚", "EXCHANGE:SYMBOL")]
    public void Symbol_SaysWhatIsWrong(string text, string part)
    {
        Assert.False(Symbol.TryParse(text, out _, out string? fault));
        Assert.Contains(part, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Symbol_RefusesWhatIsTooMuch()
    {
        Assert.False(Symbol.TryParse(new string('(', 50_000) + "A:X*1", out _, out string? longFault));
        Assert.Contains("longer than", longFault);
        Assert.False(Symbol.TryParse(new string('(', 17) + "A:X" + new string(')', 17) + "*1", out _, out string? deep));
        Assert.Contains("nested deeper", deep);
        Assert.False(Symbol.TryParse(new string('-', 150) + "A:X*1", out _, out string? negative));
        Assert.Contains("nested deeper", negative);
        string many = string.Join('+', Enumerable.Range(0, 9).Select(static i => $"A:X{i}"));
        Assert.False(Symbol.TryParse(many, out _, out string? operands));
        Assert.Contains("more than 8 symbols", operands);
    }

    [Fact]
    public void TryParse_NeverThrows_AndReadsBackWhatItWrites()
    {
        const string Signs = "AB:x2.+-*/()\" _FILE";
        var random = new Random(7);
        int read = 0;
        for (int round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder();
            for (int i = random.Next(1, 24); i > 0; i--) text.Append(Signs[random.Next(Signs.Length)]);
            if (!Symbol.TryParse(text.ToString(), out Symbol symbol, out string? fault))
            {
                Assert.NotEmpty(fault);
                continue;
            }

            read++;
            Assert.Equal(symbol, Symbol.Parse(symbol.ToString()));
        }

        Assert.True(read > 20, $"only {read} were right");
    }

    [Fact]
    public void Value_IsNone_WhenDividedByZero()
    {
        Assert.True(Formula.TryParse("A:X/(A:Y-4)", out Formula? formula, out _));
        Assert.True(double.IsNaN(formula.Root.Value(Prices)));
    }
}
