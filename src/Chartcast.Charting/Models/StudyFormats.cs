namespace Chartcast.Charting.Models;

/// <summary>Chooses how the values of a study are written, from their size alone, so that every study has a fit
/// one.</summary>
internal static class StudyFormats
{
    /// <summary>Values this great are sums of volumes or alike and are written with K, M and B.</summary>
    private const double VolumeFrom = 10_000;
    private const int UsualDecimals = 2;
    private const int MostDecimals = 10;

    /// <summary>Chooses a format for the range of values shown.</summary>
    /// <param name="range">The values; may be empty.</param>
    /// <param name="price">The format of prices, for studies of about the same size.</param>
    public static PriceFormat Choose(ValueRange range, PriceFormat price)
    {
        if (range.IsEmpty) return PriceFormat.Decimal(UsualDecimals);
        double size = Math.Max(Math.Abs(range.Minimum), Math.Abs(range.Maximum));
        if (size >= VolumeFrom) return PriceFormat.Volume;
        double extent = range.Maximum - range.Minimum;
        if (!(extent > 0)) return PriceFormat.Decimal(Math.Max(UsualDecimals, price.Decimals));
        int digits = UsualDecimals - (int)Math.Floor(Math.Log10(extent)) - 1;
        return PriceFormat.Decimal(Math.Clamp(digits + 1, UsualDecimals, MostDecimals));
    }
}
