using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Chartcast.App.Composition;

/// <summary>Wires what <c>/metrics</c> shows. Only the server does: other commands count nothing and load none of
/// it.</summary>
internal static class MetricsComposition
{
    private const string Name = "chartcast";

    /// <summary>What the engine's instruments belong to.</summary>
    public static Meter NewMeter() => new(Name, ServerComposition.Version);

    /// <summary>Sums up what the instruments of a meter tell.</summary>
    public static MeterProvider Provider(Meter meter) => Sdk.CreateMeterProviderBuilder()
        // As for the web host: no environment variables of a framework's own.
        .ConfigureServices(services => services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()))
        .SetResourceBuilder(ResourceBuilder.CreateEmpty().AddService(
            Name, serviceVersion: ServerComposition.Version, autoGenerateServiceInstanceId: false))
        .AddMeter(meter.Name)
        // Meters are found by name in the whole process; another engine's belong to another server.
        .AddView(instrument => ReferenceEquals(instrument.Meter, meter) ? null : MetricStreamConfiguration.Drop)
        .AddPrometheusExporter(exporter =>
        {
            exporter.ScopeInfoEnabled = false;
            exporter.ScrapeResponseCacheDurationMilliseconds = 0;
        })
        .Build();
}
