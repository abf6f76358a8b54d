using System.Diagnostics.Metrics;
using System.Globalization;

namespace Chartcast.Generation.Tests;

/// <summary>What the instruments of one meter tell: sums of what is counted, the newest of what is observed.</summary>
internal sealed class MeterReadings : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, double> _values = new(StringComparer.Ordinal);

    public MeterReadings(Meter meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, meter)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, labels, _) => Note(instrument, value, labels));
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Note(instrument, value, labels));
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Note(instrument, value, labels));
        _listener.Start();
    }

    /// <summary>The value of a series such as <c>name{a=b,c=d}</c>, its labels in alphabetical order; 0 for none.</summary>
    public double this[string series]
    {
        get
        {
            lock (_gate) return _values.GetValueOrDefault(series);
        }
    }

    /// <summary>The names of all series.</summary>
    public IReadOnlyList<string> Series
    {
        get
        {
            lock (_gate) return [.. _values.Keys.Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Asks what has to be asked.</summary>
    public MeterReadings Observed()
    {
        _listener.RecordObservableInstruments();
        return this;
    }

    public void Dispose() => _listener.Dispose();

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        string[] written = new string[labels.Length];
        for (int i = 0; i < labels.Length; i++)
            written[i] = string.Create(CultureInfo.InvariantCulture, $"{labels[i].Key}={labels[i].Value}");
        string series = written.Length == 0
            ? instrument.Name
            : $"{instrument.Name}{{{string.Join(',', written.Order(StringComparer.Ordinal))}}}";
        lock (_gate) _values[series] = instrument.IsObservable ? value : _values.GetValueOrDefault(series) + value;
    }
}
