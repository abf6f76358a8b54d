using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Catalog;

/// <summary>A catalogue entry: what an indicator is called, what it takes, what it plots, and how it is
/// computed.</summary>
public sealed class IndicatorListing
{
    private readonly IndicatorComputation? _compute;
    private readonly Func<IReadOnlyList<double>, int> _warmUpBars = static _ => 0;

    /// <summary>The exact name, such as <c>Relative Strength Index</c>; case and spaces matter.</summary>
    public required string Name { get; init; }

    /// <summary>Friendly types, lower case, the usual one first, such as <c>rsi</c>.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The short title a legend shows, such as <c>RSI</c>.</summary>
    public required string ShortTitle { get; init; }

    /// <summary>What it measures, in one sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Whether it is drawn on the price pane; else in a pane of its own.</summary>
    public required bool IsOverlay { get; init; }

    /// <summary>Inputs in the order of the exact form.</summary>
    public required IReadOnlyList<IndicatorParameter> Parameters { get; init; }

    /// <summary>Plots in drawing order.</summary>
    public required IReadOnlyList<IndicatorOutput> Outputs { get; init; }

    /// <summary>Horizontal lines of the pane.</summary>
    public IReadOnlyList<IndicatorLevel> Levels { get; init; } = [];

    /// <summary>Filled areas, drawn beneath the plots.</summary>
    public IReadOnlyList<IndicatorBand> Bands { get; init; } = [];

    /// <summary>Keys of parameters whose values the legend shows after the title, in order.</summary>
    public IReadOnlyList<string> LegendInputs { get; init; } = [];

    /// <summary>Smallest and largest value the pane always shows, such as 0 and 100; null for the data's own
    /// range.</summary>
    public (double Minimum, double Maximum)? FixedRange { get; init; }

    /// <summary>How many bars before the first drawn one are needed for values that no longer depend on where the data
    /// begin (to display precision), for given inputs in the order of <see cref="Parameters"/>.</summary>
    public required Func<IReadOnlyList<double>, int> WarmUpBars
    {
        get => _warmUpBars;
        init => _warmUpBars = inputs => TooSmall(inputs) is null ? value(inputs) : 0;
    }

    /// <summary>How many bars more are needed because the indicator begins afresh with days, weeks or the like: as many
    /// as such a period holds at most, for given inputs and interval.</summary>
    public Func<IReadOnlyList<double>, BarInterval, int> PeriodBars { get; init; } = static (_, _) => 0;

    /// <summary>Whether values depend on where the bars begin however many there are, as sums from the first bar and
    /// stops that follow their own past do.</summary>
    public bool RemembersStart { get; init; }

    /// <summary>Begins a computation that takes one bar at a time; null for indicators whose past values change with
    /// later bars, such as a zigzag.</summary>
    public Func<IndicatorContext, IndicatorStream>? Stream
    {
        get;
        init => field = value is null
            ? null
            : context => TooSmall(context.Inputs) is null ? value(context) : new EmptyStream();
    }

    /// <summary>Computes every plot from the bars and those of the symbol that an input names; null for most
    /// indicators, which read the chart's bars alone.</summary>
    public PairedComputation? ComputePaired
    {
        get;
        init => field = value is null
            ? null
            : (bars, other, inputs) => TooSmall(inputs) is null
                ? FiniteValues.Of(value(bars, other, inputs))
                : Empty(bars.Count);
    }

    /// <summary>Computes every plot over whole series; of itself, the stream run over the bars. Plots that need another
    /// symbol's bars are empty.</summary>
    /// <exception cref="InvalidOperationException">The listing has neither a stream nor a computation.</exception>
    public IndicatorComputation Compute
    {
        get
        {
            if (_compute is not null) return _compute;
            if (Stream is not null) return (bars, inputs) => StreamedComputation.Run(this, bars, inputs);
            if (ComputePaired is not null) return (bars, _) => Empty(bars.Count);
            throw new InvalidOperationException($"{Name} has no computation.");
        }
        init => _compute = (bars, inputs) => TooSmall(inputs) is null
            ? FiniteValues.Of(value(bars, inputs))
            : Empty(bars.Count);
    }

    /// <summary>Whether the values of a plot may differ in colour.</summary>
    internal bool HasColorIndexes
    {
        get
        {
            for (int i = 0; i < Outputs.Count; i++)
            {
                if (Outputs[i].Colors.Count > 1) return true;
            }

            return false;
        }
    }

    /// <summary>Computes every plot as <see cref="Compute"/> does, unless that takes too long: long lengths over a
    /// million bars do.</summary>
    /// <param name="bars">The bars, oldest first.</param>
    /// <param name="inputs">One value per parameter, in the listing's order.</param>
    /// <param name="other">The bars of the symbol that an input names; null where there is none.</param>
    /// <param name="cancellationToken">Ends the computation: soon where there is a stream, else before it
    /// begins.</param>
    /// <returns>One plot per output of the listing, in its order.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public IReadOnlyList<IndicatorPlot> Run(
        BarSeries bars, IReadOnlyList<double> inputs, BarSeries? other, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (ComputePaired is not null && other is not null) return ComputePaired(bars, other, inputs);
        return _compute is null && Stream is not null
            ? StreamedComputation.Run(this, bars, inputs, cancellationToken)
            : Compute(bars, inputs);
    }

    /// <summary>The first parameter whose input is taken but too small for any value.</summary>
    /// <param name="inputs">One value per parameter, in the listing's order.</param>
    /// <returns>Null when there is none, as usual; else every plot is empty.</returns>
    public IndicatorParameter? TooSmall(IReadOnlyList<double> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        for (int i = 0; i < Parameters.Count; i++)
        {
            if (inputs[i] < Parameters[i].ValuesFrom) return Parameters[i];
        }

        return null;
    }

    /// <summary>Computes what is drawn as horizontal bars at the visible bars' prices; null for most.</summary>
    public VolumeProfileComputation? Profile { get; init; }

    /// <summary>How many bars to the right each output is drawn, for given inputs; empty for none at all. Values
    /// themselves stay at the bar they are computed at.</summary>
    public Func<IReadOnlyList<double>, IReadOnlyList<int>> OffsetBars { get; init; } = static _ => [];

    /// <summary>Computes every plot over whole series, as <see cref="Compute"/> does, into memory that is
    /// lent.</summary>
    /// <param name="bars">The bars, oldest first.</param>
    /// <param name="inputs">One value per parameter, in the listing's order.</param>
    /// <param name="other">The bars of the symbol that an input names; null where there is none.</param>
    /// <param name="cancellationToken">Ends the computation: soon where there is a stream, else before it
    /// begins.</param>
    /// <exception cref="InvalidOperationException">The listing has neither a stream nor a computation.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public RentedPlots Rent(
        BarSeries bars, IReadOnlyList<double> inputs, BarSeries? other = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(inputs);
        cancellationToken.ThrowIfCancellationRequested();
        return _compute is null && Stream is not null
            ? StreamedComputation.Rent(this, bars, inputs, cancellationToken)
            : RentedPlots.Of(Run(bars, inputs, other, cancellationToken), bars.Count);
    }

    private IndicatorPlot[] Empty(int count)
    {
        var plots = new IndicatorPlot[Outputs.Count];
        for (int i = 0; i < plots.Length; i++)
        {
            plots[i] = new IndicatorPlot(new double[count]);
            Array.Fill(plots[i].Values, double.NaN);
        }

        return plots;
    }
}

/// <summary>Computes all plots of one indicator over a series.</summary>
/// <param name="bars">The bars, oldest first.</param>
/// <param name="inputs">One value per parameter, in the listing's order.</param>
/// <returns>One plot per output of the listing, in its order.</returns>
public delegate IReadOnlyList<IndicatorPlot> IndicatorComputation(BarSeries bars, IReadOnlyList<double> inputs);

/// <summary>Computes all plots of one indicator that reads two symbols.</summary>
/// <param name="bars">The bars of the chart, oldest first.</param>
/// <param name="other">The bars of the other symbol at the same interval, oldest first; any of them may be
/// missing.</param>
/// <param name="inputs">One value per parameter, in the listing's order.</param>
/// <returns>One plot per output of the listing, in its order, with a value per bar of the chart.</returns>
public delegate IReadOnlyList<IndicatorPlot> PairedComputation(
    BarSeries bars, BarSeries other, IReadOnlyList<double> inputs);

/// <summary>The values of one plot.</summary>
/// <param name="Values">One per bar; <see cref="double.NaN"/> where there is none.</param>
/// <param name="ColorIndexes">Which colour of the output each value takes; null when it has only one.</param>
/// <param name="Offset">How many bars to the right the plot is drawn; negative is left.</param>
public sealed record IndicatorPlot(double[] Values, byte[]? ColorIndexes = null, int Offset = 0);
