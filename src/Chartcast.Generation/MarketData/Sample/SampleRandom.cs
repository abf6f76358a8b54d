namespace Chartcast.Generation.MarketData.Sample;

/// <summary>Random numbers that are the same on every machine: a seed's own sequence.</summary>
/// <remarks>Integers, additions and multiplications alone, so no platform rounds differently. Source: G. L. Steele, D.
/// Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators", 2014.</remarks>
internal struct SampleRandom(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>Mixes a seed with a number into another seed.</summary>
    public static ulong Mix(ulong seed, ulong number)
    {
        ulong z = seed + (number + 1) * Step;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A seed of a text (FNV-1a over its UTF-16 units).</summary>
    public static ulong SeedOf(string text)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (char c in text) hash = (hash ^ c) * 0x100000001B3;
        return Mix(hash, 0);
    }

    /// <summary>A number from 0 to below 1.</summary>
    public double Next()
    {
        ulong value = Mix(_state, 0);
        _state += Step;
        return (value >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A nearly normal number: mean 0, deviation 1, never beyond ±3.47 (the sum of four uniform
    /// ones).</summary>
    public double NextNormal() => (Next() + Next() + Next() + Next() - 2) * 1.7320508075688772;
}
