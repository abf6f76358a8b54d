using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Models;

/// <summary>One visible level of a retracement.</summary>
/// <param name="Coeff">Its coefficient: 0 at the end of the move, 1 at its start, unless reversed.</param>
/// <param name="Price">Where it lies.</param>
/// <param name="Color">Its colour.</param>
internal readonly record struct FibLevel(double Coeff, double Price, Rgba Color)
{
    /// <summary>The visible levels by rising coefficient; those whose price is beyond all numbers are left
    /// out.</summary>
    public static List<FibLevel> Of(DrawingSpec drawing)
    {
        double zero = drawing.Input("endPrice")!.Value.Number!.Value;
        double one = drawing.Input("startPrice")!.Value.Number!.Value;
        if (drawing.Style("reverseLevel").Switch == true) (zero, one) = (one, zero);
        bool isLogarithmic = drawing.Style("fibLevelBasedOnLogScale").Switch == true;
        var levels = new List<FibLevel>();
        for (int i = 1; i <= LineListings.FibLevelCount; i++)
        {
            if (drawing.Style($"level{i}.visible").Switch != true) continue;
            double coeff = drawing.Style($"level{i}.coeff").Number!.Value;
            double price = PriceAt(zero, one, coeff, isLogarithmic);
            if (double.IsFinite(price))
                levels.Add(new FibLevel(coeff, price, drawing.Style($"level{i}.color").Color!.Value));
        }

        levels.Sort(static (first, second) => first.Coeff.CompareTo(second.Coeff));
        return levels;
    }

    /// <summary>The price of a coefficient.</summary>
    /// <param name="zero">The price of 0.</param>
    /// <param name="one">The price of 1.</param>
    /// <param name="coeff">The coefficient; may lie outside 0 to 1.</param>
    /// <param name="isLogarithmic">Whether equal coefficients are equal ratios; needs prices above 0, else
    /// differences are taken.</param>
    public static double PriceAt(double zero, double one, double coeff, bool isLogarithmic) =>
        isLogarithmic && zero > 0 && one > 0
            ? zero * Math.Pow(one / zero, coeff)
            : zero + (one - zero) * coeff;
}
