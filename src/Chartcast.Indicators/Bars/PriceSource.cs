namespace Chartcast.Indicators.Bars;

/// <summary>Which price of a bar an indicator reads.</summary>
public enum PriceSource
{
    /// <summary>The close; the usual default.</summary>
    Close,

    /// <summary>The open.</summary>
    Open,

    /// <summary>The high.</summary>
    High,

    /// <summary>The low.</summary>
    Low,

    /// <summary>(high + low) / 2.</summary>
    Hl2,

    /// <summary>(high + low + close) / 3.</summary>
    Hlc3,

    /// <summary>(open + high + low + close) / 4.</summary>
    Ohlc4,
}
