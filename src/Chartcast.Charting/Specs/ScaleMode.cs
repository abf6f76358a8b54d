namespace Chartcast.Charting.Specs;

/// <summary>What the vertical axis of the price pane is divided into.</summary>
public enum ScaleMode
{
    /// <summary>Prices.</summary>
    Regular,

    /// <summary>Change in percent since the first visible bar.</summary>
    Percent,

    /// <summary>Prices as if the first visible one were 100.</summary>
    IndexedTo100,

    /// <summary>Logarithms of prices, so that equal growth is equally high.</summary>
    Logarithmic,
}
