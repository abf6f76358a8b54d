using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.Local;

/// <summary>Moves what is shown into the past.</summary>
internal static class ShiftedWindow
{
    /// <summary>Leaves the newest bars out; as many older ones come into view where there are any.</summary>
    /// <param name="data">What was read, with as many visible bars more as are left out.</param>
    /// <param name="bars">How many bars to leave out, 0 or more.</param>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.InvalidArgument"/>: no bar would be left.</exception>
    public static MarketDataResult Apply(MarketDataResult data, int bars)
    {
        if (bars == 0) return data;
        int count = data.Series.Count - bars;
        if (count > data.FirstVisible)
            return data with { Series = data.Series.Slice(0, count), LastBarClosed = true };
        string rule = FormattableString.Invariant(
            $"must be below the {data.Series.Count - data.FirstVisible} bars there are.");
        throw new ChartException(new ChartError
        {
            Code = ChartErrorCode.InvalidArgument,
            Message = "shiftLeft: " + rule,
            Faults = [new FieldFault("shiftLeft", rule)],
        });
    }
}
