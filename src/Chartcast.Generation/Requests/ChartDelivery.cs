using System.Text.Json;

namespace Chartcast.Generation.Requests;

/// <summary>How the answer carries the picture.</summary>
public enum DeliveryMode
{
    /// <summary>In the answer and by link; the default.</summary>
    Both,

    /// <summary>In the answer.</summary>
    Inline,

    /// <summary>By link.</summary>
    Link,

    /// <summary>Not at all: numbers only.</summary>
    None,
}

/// <summary>What a caller wants of the answer; it changes nothing about the chart.</summary>
public sealed record ChartDelivery
{
    /// <summary>Smallest value of <see cref="MaxBytes"/>.</summary>
    public const int MinimumBytes = 1_000;

    /// <summary>Largest value of <see cref="MaxBytes"/>: 20 MB.</summary>
    public const int MaximumBytes = 20_000_000;

    /// <summary>Largest value of <see cref="MaxEdgePx"/>: the longest edge a picture can have.</summary>
    public const int MaximumEdgePx = ChartArguments.MaximumPixelRatio * ChartRequest.MaximumSizePx;

    /// <summary>How the answer carries the picture.</summary>
    public DeliveryMode Mode { get; init; } = DeliveryMode.Both;

    /// <summary>Largest picture in the answer, in bytes before base64; a larger one is drawn smaller, and linked in
    /// full. Default 100 KB.</summary>
    public int MaxBytes { get; init; } = 102_400;

    /// <summary>Longest edge of the picture in the answer, in picture pixels; a longer one is drawn smaller, and
    /// linked in full. Default 1568, beyond which assistants scale pictures down.</summary>
    public int MaxEdgePx { get; init; } = 1_568;

    /// <summary>Whether to answer when the chart is done; false answers at once with the request's id.</summary>
    public bool Wait { get; init; } = true;

    /// <summary>Whether to tell what would happen, and make no chart.</summary>
    public bool DryRun { get; init; }

    /// <summary>Reads <c>delivery</c>, <c>maxBytes</c>, <c>maxEdgePx</c>, <c>wait</c> and <c>dryRun</c> of a call's
    /// arguments; the rest is <see cref="ChartRequestReader"/>'s, which also checks these.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.InvalidArgument"/> with every fault of these
    /// five.</exception>
    public static ChartDelivery Read(JsonElement arguments) => Read(arguments, new ChartDelivery());

    /// <summary>Reads the same, with other values for what is absent.</summary>
    /// <param name="arguments">A call's arguments.</param>
    /// <param name="defaults">Values of what is absent.</param>
    /// <exception cref="ChartException">As the other overload.</exception>
    public static ChartDelivery Read(JsonElement arguments, ChartDelivery defaults)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        var reader = new ArgumentReader(arguments);
        ChartDelivery delivery = Read(reader, defaults);
        reader.ThrowIfFaulty();
        return delivery;
    }

    internal static ChartDelivery Read(ArgumentReader reader) => Read(reader, new ChartDelivery());

    private static ChartDelivery Read(ArgumentReader reader, ChartDelivery defaults)
    {
        string usual = ChartArguments.Deliveries[(int)defaults.Mode];
        return new ChartDelivery
        {
            Mode = (DeliveryMode)Array.IndexOf(
                ChartArguments.Deliveries, reader.Word(ChartArguments.Delivery, ChartArguments.Deliveries, usual)),
            MaxBytes = reader.WholeNumber(ChartArguments.MaxBytes, MinimumBytes, MaximumBytes) ?? defaults.MaxBytes,
            MaxEdgePx = reader.WholeNumber(
                ChartArguments.MaxEdgePx, ChartRequest.MinimumSizePx, MaximumEdgePx) ?? defaults.MaxEdgePx,
            Wait = reader.Switch(ChartArguments.Wait, defaults.Wait),
            DryRun = reader.Switch(ChartArguments.DryRun, defaults.DryRun),
        };
    }
}
