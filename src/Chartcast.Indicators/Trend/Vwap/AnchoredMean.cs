namespace Chartcast.Indicators.Trend.Vwap;

/// <summary>The volume weighted mean of prices since an anchor, and how far prices scatter around it.</summary>
/// <remarks>Updated price by price, so that digits are not lost as they would be by subtracting squares. Source: D. H.
/// D. West, "Updating Mean and Variance Estimates", Communications of the ACM, 1979.</remarks>
internal sealed class AnchoredMean
{
    private double _volume;
    private double _mean;
    private double _squares;

    /// <summary>The mean; NaN while nothing was traded.</summary>
    public double Mean => _volume > 0 ? _mean : double.NaN;

    /// <summary>The volume weighted standard deviation; NaN while nothing was traded.</summary>
    public double Deviation => _volume > 0 ? Math.Sqrt(_squares / _volume) : double.NaN;

    /// <summary>Begins afresh.</summary>
    public void Restart() => (_volume, _mean, _squares) = (0, 0, 0);

    /// <summary>Takes a price.</summary>
    /// <param name="price">The price.</param>
    /// <param name="volume">How much was traded at it; 0 adds nothing.</param>
    public void Add(double price, double volume)
    {
        if (!(volume > 0)) return;
        _volume += volume;
        double difference = price - _mean, share = volume / _volume;
        _mean += difference * share;
        _squares += difference * difference * share * (_volume - volume);
    }
}
