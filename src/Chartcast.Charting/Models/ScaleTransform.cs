using Chartcast.Charting.Specs;

namespace Chartcast.Charting.Models;

/// <summary>Turns prices into the units of an axis, in which rows are evenly spaced, and back.</summary>
/// <remarks>
/// Percent is 100·(p − b)/|b| with the first visible price b, indexed the same plus 100. Logarithmic is
/// sign(p)·(log10(|p| + c) + k): continuous through 0, so that prices of 0 and below have a place too; with a range
/// under 1, k grows and c shrinks so that small prices keep their distance. Source: lightweight-charts,
/// price-scale-conversions.
/// </remarks>
internal readonly record struct ScaleTransform
{
    /// <summary>Where an indexed scale starts, and what makes a share a percentage.</summary>
    private const double Hundred = 100;

    /// <summary>k for ranges of 1 and more.</summary>
    private const int UsualLogShift = 4;
    private const double Zero = 1e-15;

    /// <summary>The base of relative units, the shift of logarithms.</summary>
    private readonly double _origin;

    private ScaleTransform(ScaleMode mode, double origin)
    {
        Mode = mode;
        _origin = origin;
        LogOffset = mode == ScaleMode.Logarithmic ? Math.Pow(10, -origin) : 0;
    }

    /// <summary>Prices as they are.</summary>
    public static ScaleTransform Regular => default;

    public ScaleMode Mode { get; }

    /// <summary>b: the price that is 0 %, or 100; 0 in other modes.</summary>
    public double Base => IsRelative ? _origin : 0;

    /// <summary>k of the logarithm; 0 in other modes.</summary>
    public double LogShift => Mode == ScaleMode.Logarithmic ? _origin : 0;

    /// <summary>c of the logarithm; 0 in other modes.</summary>
    public double LogOffset { get; }

    /// <summary>Percent or indexed, where every series has a base of its own.</summary>
    public bool IsRelative => Mode is ScaleMode.Percent or ScaleMode.IndexedTo100;

    /// <summary>Percent or indexed, from a base that is neither 0 nor missing.</summary>
    public static ScaleTransform Relative(ScaleMode mode, double basePrice) => new(mode, basePrice);

    /// <summary>The logarithm that suits a range of prices.</summary>
    public static ScaleTransform Logarithmic(ValueRange prices)
    {
        double extent = prices.IsEmpty ? 0 : prices.Maximum - prices.Minimum;
        double shift = extent is >= 1 or < Zero ? UsualLogShift : UsualLogShift + Math.Ceiling(-Math.Log10(extent));
        return new ScaleTransform(ScaleMode.Logarithmic, shift);
    }

    /// <summary>The same units counted from another price.</summary>
    public ScaleTransform WithBase(double basePrice) => IsRelative ? Relative(Mode, basePrice) : this;

    /// <summary>A price in the axis' units.</summary>
    public double ToUnits(double price)
    {
        switch (Mode)
        {
            case ScaleMode.Percent:
                return Hundred * ((price - _origin) / Math.Abs(_origin));
            case ScaleMode.IndexedTo100:
                return Hundred * ((price - _origin) / Math.Abs(_origin)) + Hundred;
            case ScaleMode.Logarithmic:
                double size = Math.Abs(price);
                if (size < Zero) return 0;
                double logarithm = Math.Log10(size + LogOffset) + _origin;
                return price < 0 ? -logarithm : logarithm;
            default:
                return price;
        }
    }

    /// <summary>The price of a number of units.</summary>
    public double ToPrice(double units)
    {
        switch (Mode)
        {
            case ScaleMode.Percent:
                return units / Hundred * Math.Abs(_origin) + _origin;
            case ScaleMode.IndexedTo100:
                return (units - Hundred) / Hundred * Math.Abs(_origin) + _origin;
            case ScaleMode.Logarithmic:
                double size = Math.Abs(units);
                if (size < Zero) return 0;
                double price = Math.Pow(10, size - _origin) - LogOffset;
                return units < 0 ? -price : price;
            default:
                return units;
        }
    }

    /// <summary>The range of units that a range of prices covers.</summary>
    public ValueRange ToUnits(ValueRange prices) =>
        prices.IsEmpty ? prices : new ValueRange(ToUnits(prices.Minimum), ToUnits(prices.Maximum));
}
