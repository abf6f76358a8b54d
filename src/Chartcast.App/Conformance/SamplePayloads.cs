namespace Chartcast.App.Conformance;

/// <summary>The smallest whole files that fixtures answer with.</summary>
internal static class SamplePayloads
{
    /// <summary>A PNG picture of one red pixel.</summary>
    public static ReadOnlyMemory<byte> Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC");

    /// <summary>A WAV file of one silent sample: 8 bits, mono, 8,000 Hz.</summary>
    public static ReadOnlyMemory<byte> Wav { get; } = (byte[])
    [
        .. "RIFF"u8, 38, 0, 0, 0, .. "WAVE"u8,
        .. "fmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0,
        .. "data"u8, 1, 0, 0, 0, 0x80, 0,
    ];
}
