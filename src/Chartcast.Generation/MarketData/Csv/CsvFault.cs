using Chartcast.Generation.Requests;

namespace Chartcast.Generation.MarketData.Csv;

/// <summary>What can be wrong with a data file, said in one place.</summary>
internal static class CsvFault
{
    /// <summary>An error of a file: its name, what is wrong, what to do.</summary>
    public static ChartException Unreadable(string fileName, string message, Exception? inner = null) =>
        new(ChartErrorCode.DataUnreadable, $"data file '{fileName}': {message}", inner);

    /// <summary>The folder itself may not be listed.</summary>
    public static ChartException FolderUnreadable(Exception inner) => new(
        ChartErrorCode.DataUnreadable,
        "the data folder cannot be read: give the server's user the right to list and enter it, or choose another "
            + "folder (--data, CHARTCAST_DATA_DIR).",
        inner);
}
