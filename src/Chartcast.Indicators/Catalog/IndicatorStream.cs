using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Catalog;

/// <summary>Computes one indicator a bar at a time; what it gives at a bar never changes later.</summary>
/// <remarks>Not thread-safe. Holds as much as its longest window and no more.</remarks>
public abstract class IndicatorStream
{
    /// <summary>Takes the next bar.</summary>
    /// <param name="bar">The bar after the last one.</param>
    /// <param name="values">Receives one value per output of the listing, in its order; set all of them on every bar,
    /// <see cref="double.NaN"/> where there is none yet.</param>
    /// <param name="colorIndexes">One per output, 0 on entry: which of the output's colours the value takes.</param>
    public abstract void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes);
}

/// <summary>Has no value at any bar.</summary>
internal sealed class EmptyStream : IndicatorStream
{
    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes) => values.Fill(double.NaN);
}

/// <summary>What an indicator needs to know besides the bars.</summary>
/// <param name="Inputs">One value per parameter, in the listing's order.</param>
/// <param name="Interval">How long a bar lasts.</param>
/// <param name="ExchangeZone">Where the exchange's days begin at midnight; see
/// <see cref="BarSeries.ExchangeZone"/>.</param>
public readonly record struct IndicatorContext(
    IReadOnlyList<double> Inputs, BarInterval Interval, TimeZoneInfo ExchangeZone)
{
    /// <summary>An input that is a number.</summary>
    public double Number(int parameter) => Inputs[parameter];

    /// <summary>An input that is a whole number.</summary>
    public int Whole(int parameter) => (int)Inputs[parameter];

    /// <summary>An input that is a switch.</summary>
    public bool Switch(int parameter) => Inputs[parameter] != 0;

    /// <summary>An input that is a price source.</summary>
    public PriceSource Source(int parameter) => (PriceSource)Whole(parameter);
}
