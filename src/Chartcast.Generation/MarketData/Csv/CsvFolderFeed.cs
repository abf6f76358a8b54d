using Chartcast.Generation.MarketData.Resampling;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData.Csv;

/// <summary>Bars from a folder of CSV files: <c>FILE:&lt;name&gt;</c>, and the symbols of an optional
/// <c>symbols.json</c> beside them.</summary>
/// <remarks>
/// Dialects are recognized, not configured. Files are read when asked for and kept while they do not change; a changed
/// file is read anew at the next request. Safe for concurrent use. Where <c>symbols.json</c> as a whole is broken,
/// every symbol but <c>FILE:</c> and <c>DEMO:</c> ones is covered, to say so.
/// </remarks>
public sealed class CsvFolderFeed : IMarketDataFeed
{
    private const int MostListedFiles = 500;
    private const int ListedRows = 200;
    private const long LargestSymbolsFile = 1024 * 1024;

    private readonly DataFolder _folder;
    private readonly TimeProvider _time;
    private readonly CsvHistoryCache _cache = new();
    private volatile SymbolsVersion? _symbols;

    /// <summary>Takes a folder; it is looked at when something is asked for and need not exist yet.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <param name="time">Says when bars were read, and which bar is still running.</param>
    public CsvFolderFeed(string folder, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(time);
        _folder = new DataFolder(folder);
        _time = time;
    }

    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public bool Covers(Symbol symbol)
    {
        if (symbol.Exchange == Symbol.FileExchange) return true;
        if (symbol.Exchange == Symbol.DemoExchange) return false;
        SymbolsFile symbols = ReadSymbols();
        return symbols.Fault is not null || symbols.Entries.ContainsKey(symbol);
    }

    /// <inheritdoc/>
    public async ValueTask<MarketDataResult> ReadAsync(MarketDataQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        (FileInfo file, SymbolsEntry entry) = Resolve(query.Symbol);
        CsvFileOptions options = entry.Options with { AssumedZone = query.AssumedZone };
        BarHistory history = _cache.Find(file, options)
            ?? await Task.Run(() => _cache.Get(file, options), cancellationToken).WaitAsync(cancellationToken);
        return Answer(query, InSession(query, history, out string? warning), entry, warning);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SymbolListing>> ListAsync(CancellationToken cancellationToken)
    {
        SymbolsFile symbols = ReadSymbols();
        return await Task.Run<IReadOnlyList<SymbolListing>>(
            () =>
            {
                var listings = new List<SymbolListing>();
                foreach ((Symbol symbol, SymbolsEntry entry) in
                    symbols.Entries.OrderBy(static pair => pair.Key.ToString()))
                {
                    if (entry.Fault is null) AddListing(listings, symbol, entry);
                }

                foreach (string name in _folder.Names().Take(MostListedFiles))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Symbol symbol = Symbol.Parse($"{Symbol.FileExchange}:{name}");
                    AddListing(listings, symbol, new SymbolsEntry(name, null, "file", symbols.OptionsOf(name)));
                }

                return listings;
            },
            cancellationToken);
    }

    private void AddListing(List<SymbolListing> listings, Symbol symbol, SymbolsEntry entry)
    {
        try
        {
            if (_folder.Find(entry.File) is not FileInfo file) return;
            using FileStream stream = DataFolder.Open(file);
            CsvTable table = CsvFileReader.Read(stream, file.Name, entry.Options, ListedRows);
            BarHistory head = CsvHistoryBuilder.Build(
                table, file.Name, entry.Options with { DayOrder = KnownOrder(table, entry.Options) });
            listings.Add(new SymbolListing(
                symbol.ToString(), entry.Description ?? $"{file.Name} ({head.Dialect.Name})", entry.Type ?? "file",
                head.Base.Available(), Name));
        }
        catch (ChartException)
        {
            // What cannot be drawn is not offered; asking for it by name says why.
        }
    }

    /// <summary>The beginning of a file may not show the order of its dates; for its interval either will do.</summary>
    private static DayOrder KnownOrder(CsvTable table, CsvFileOptions options) =>
        options.DayOrder != DayOrder.Unknown || table.Layout.Dialect.DayOrder != DayOrder.Unknown
            ? options.DayOrder
            : table.Bars.Exists(static bar => bar.OpenTimeMs == CsvTime.Nothing)
                ? DayOrder.DayFirst
                : DayOrder.MonthFirst;

    /// <summary>The bars of the asked session, and what is to be said when nothing is known about it.</summary>
    private static BarHistory InSession(MarketDataQuery query, BarHistory history, out string? warning)
    {
        warning = null;
        if (query.Session is not { } session || !query.Interval.IsIntraday || !history.Base.IsIntraday)
            return history;
        if (!history.HasNamedSession)
        {
            warning = $"session {session.ToString().ToLowerInvariant()}: nothing says when {query.Symbol} trades, so "
                + "all bars are shown. Name \"session\" in symbols.json, such as \"0930-1600\".";
            return history;
        }

        if (session == TradingSession.Extended) return history;
        BarHistory regular = history.Regular();
        if (regular.Bars.Length > 0) return regular;
        throw new ChartException(
            ChartErrorCode.NoData,
            $"session: no bar of {query.Symbol} lies in the session that symbols.json names, in {history.Zone.Id} "
            + "time. Correct it, or ask for session extended.");
    }

    private MarketDataResult Answer(
        MarketDataQuery query, BarHistory history, SymbolsEntry entry, string? sessionWarning)
    {
        if (!history.Base.CanMake(query.Interval))
        {
            IReadOnlyList<string> available = history.Base.Available();
            throw new ChartException(new ChartError
            {
                Code = ChartErrorCode.IntervalUnavailable,
                Message = $"interval: {query.Interval} bars cannot be made from the bars of {query.Symbol}. "
                    + $"Available: {string.Join(' ', available)}.",
                Suggestions = available,
            });
        }

        DateTimeOffset now = _time.GetUtcNow();
        Bar[] bars = history.At(query.Interval);
        (int start, int first, int end) = SeriesWindow.Find(bars, query);
        bool isLast = end == bars.Length;
        bool isClosed = !isLast || history.IsLastClosed(query.Interval, now.ToUnixTimeMilliseconds());
        return new MarketDataResult
        {
            Series = new BarSeries(
                query.Interval, new ArraySegment<Bar>(bars, start, end - start), ZoneOf(query, history)),
            FirstVisible = first - start,
            PriceDecimals = history.PriceDecimals,
            Description = entry.Description,
            Source = new SourceReport(query.Symbol.Exchange, Name, null, now, history.Adjusted, Sample: false),
            LastBarClosed = isClosed,
            Gaps = GapCount.Count(bars.AsSpan(first, end - first), query.Interval, history.Session, history.Zone),
            Warnings = sessionWarning is null ? history.Warnings : [.. history.Warnings, sessionWarning],
        };
    }

    /// <summary>Dates have no zone.</summary>
    private static TimeZoneInfo? ZoneOf(MarketDataQuery query, BarHistory history) =>
        query.Interval.IsIntraday ? history.Zone : null;

    private (FileInfo File, SymbolsEntry Entry) Resolve(Symbol symbol)
    {
        SymbolsFile symbols = ReadSymbols();
        SymbolsEntry entry;
        if (symbol.Exchange == Symbol.FileExchange)
        {
            entry = new SymbolsEntry(symbol.Ticker, null, "file", symbols.OptionsOf(symbol.Ticker));
        }
        else if (symbols.Fault is not null)
        {
            throw CsvFault.Unreadable(SymbolsFile.FileName, symbols.Fault);
        }
        else if (!symbols.Entries.TryGetValue(symbol, out entry!))
        {
            throw Unknown(symbol, "is not named in symbols.json");
        }

        if (entry.Fault is not null)
            throw CsvFault.Unreadable(SymbolsFile.FileName, $"entry '{symbol}': {entry.Fault}");
        FileInfo file = _folder.Find(entry.File)
            ?? throw Unknown(symbol, $"has no file '{entry.File}.csv' in the data folder");
        return (file, entry);
    }

    private ChartException Unknown(Symbol symbol, string reason)
    {
        IReadOnlyList<string> names = [.. _folder.Names().Select(static name => $"{Symbol.FileExchange}:{name}")];
        IReadOnlyList<string> near = Indicators.Catalog.NearestNames.Find(symbol.ToString(), names, 5);
        string held = names.Count == 0
            ? "The folder has no CSV files or does not exist: put one there, or choose another folder "
                + "(--data, CHARTCAST_DATA_DIR)."
            : $"The folder has {string.Join(", ", names.Take(5))}{(names.Count > 5 ? " …" : "")}.";
        return new ChartException(new ChartError
        {
            Code = ChartErrorCode.UnknownSymbol,
            Message = $"symbol: {symbol} {reason}. {held}",
            Suggestions = near.Count > 0 ? near : [.. names.Take(5)],
        });
    }

    private SymbolsFile ReadSymbols()
    {
        try
        {
            if (_folder.FindExact(SymbolsFile.FileName) is not FileInfo info) return SymbolsFile.Empty;
            if (_symbols is { } known && known.Length == info.Length && known.WriteTicks == info.LastWriteTimeUtc.Ticks)
                return known.File;
            if (info.Length > LargestSymbolsFile) return SymbolsFile.Broken("is larger than 1 MB.");
            using FileStream stream = DataFolder.Open(info);
            var json = new byte[info.Length];
            int read = stream.ReadAtLeast(json, json.Length, throwOnEndOfStream: false);
            var file = SymbolsFile.Read(json.AsMemory(0, read));
            _symbols = new SymbolsVersion(info.Length, info.LastWriteTimeUtc.Ticks, file);
            return file;
        }
        catch (ChartException exception)
        {
            return SymbolsFile.Broken(exception.Message);
        }
    }

    private sealed record SymbolsVersion(long Length, long WriteTicks, SymbolsFile File);
}
